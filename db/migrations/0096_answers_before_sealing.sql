-- What proofreading called an error in a paper and somebody answered before the paper was sealed.
CREATE TABLE sealing_answers (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    document text NOT NULL REFERENCES sealed_documents (document),
    case_no text COLLATE "C" NOT NULL REFERENCES cases (no),
    region text COLLATE "C" GENERATED ALWAYS AS (left(case_no, 6)) STORED,
    r4 text COLLATE "C" GENERATED ALWAYS AS (left(case_no, 4)) STORED,
    r2 text COLLATE "C" GENERATED ALWAYS AS (left(case_no, 2)) STORED,
    rule text NOT NULL,
    message text NOT NULL CHECK (message <> ''),
    answer text NOT NULL CHECK (answer <> ''),
    answered_by text NOT NULL REFERENCES people (id),
    answered_by_name text NOT NULL,
    answered_at timestamptz NOT NULL
);
CREATE INDEX sealing_answers_of_document ON sealing_answers (document, id);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON sealing_answers FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON sealing_answers FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE sealing_answers ENABLE ROW LEVEL SECURITY;
CREATE POLICY levels ON sealing_answers FOR SELECT USING (
    region = viewer('region') OR r4 = viewer('r4') OR r2 = viewer('r2') OR viewer('scope') = 'all');
CREATE POLICY own_insert ON sealing_answers FOR INSERT WITH CHECK (
    region = viewer('region') AND may_write(case_no) AND answered_by = viewer('person'));
CREATE POLICY no_administrators ON sealing_answers AS RESTRICTIVE TO zhiheng_app
    USING ((SELECT may_see_cases())) WITH CHECK ((SELECT may_see_cases()));
GRANT SELECT, INSERT ON sealing_answers TO zhiheng_app;
