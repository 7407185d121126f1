-- What is kept of each decision so that another table can be tried on it: item, days, kind and size of the party, facts,
-- circumstances, sum. No name. Derived from the acts like every projection; `zhiheng verify` proves it equal to their fold.
CREATE TABLE past_decisions (
    case_no text COLLATE "C" NOT NULL REFERENCES cases (no),
    position integer NOT NULL,
    region text COLLATE "C" GENERATED ALWAYS AS (left(case_no, 6)) STORED,
    r4 text COLLATE "C" GENERATED ALWAYS AS (left(case_no, 4)) STORED,
    r2 text COLLATE "C" GENERATED ALWAYS AS (left(case_no, 2)) STORED,
    decided_on date NOT NULL,
    content json NOT NULL,
    PRIMARY KEY (case_no, position)
);
CREATE INDEX past_decisions_by_region ON past_decisions (region, decided_on, case_no, position);
CREATE INDEX past_decisions_by_city ON past_decisions (r4, decided_on, case_no, position);
CREATE INDEX past_decisions_by_province ON past_decisions (r2, decided_on, case_no, position);

ALTER TABLE past_decisions ENABLE ROW LEVEL SECURITY;
CREATE POLICY levels ON past_decisions FOR SELECT USING (
    region = viewer('region') OR r4 = viewer('r4') OR r2 = viewer('r2') OR viewer('scope') = 'all');
CREATE POLICY own_insert ON past_decisions FOR INSERT WITH CHECK (
    region = viewer('region') AND may_write(case_no) OR viewer('scope') = 'all');
CREATE POLICY own_update ON past_decisions FOR UPDATE USING (
    region = viewer('region') AND may_write(case_no) OR viewer('scope') = 'all');
CREATE POLICY own_delete ON past_decisions FOR DELETE USING (
    region = viewer('region') AND may_write(case_no) OR viewer('scope') = 'all');
CREATE POLICY no_administrators ON past_decisions AS RESTRICTIVE TO zhiheng_app
    USING ((SELECT may_see_cases())) WITH CHECK ((SELECT may_see_cases()));
GRANT SELECT, INSERT, UPDATE, DELETE ON past_decisions TO zhiheng_app;

-- Cases decided before this table was there are projected anew at the next start.
UPDATE cases SET as_of = '1900-01-01'
WHERE EXISTS (SELECT FROM acts WHERE acts.case_no = cases.no AND acts.act IN ('decide', 'decide_on_spot'));
