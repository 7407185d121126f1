-- Row-level security. A level sees by equality with its own code: the district by region, and, for those who
-- supervise, the city by four digits and the province by two; a setting that is empty equals nothing. Only the agency
-- itself writes, and in a case nobody who has been recused or replaced (市场监督管理行政处罚程序规定 第四条).
CREATE FUNCTION may_write(case_number text) RETURNS boolean LANGUAGE sql STABLE
    RETURN NOT EXISTS (SELECT FROM cases WHERE cases.no = case_number AND viewer('person') = ANY (cases.barred));
REVOKE ALL ON FUNCTION may_write(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION may_write(text) TO zhiheng_app;

DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['cases', 'acts', 'case_clocks', 'case_tasks', 'proposals', 'evidence', 'custody_events',
                                'documents'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format($policy$CREATE POLICY levels ON %I FOR SELECT USING (
            region = viewer('region') OR r4 = viewer('r4') OR r2 = viewer('r2') OR viewer('scope') = 'all')$policy$, name);
    END LOOP;
    FOREACH name IN ARRAY ARRAY['acts', 'case_clocks', 'case_tasks', 'proposals', 'evidence', 'custody_events',
                                'documents'] LOOP
        EXECUTE format($policy$CREATE POLICY own_insert ON %I FOR INSERT WITH CHECK (
            region = viewer('region') AND may_write(case_no) OR viewer('scope') = 'all')$policy$, name);
        EXECUTE format($policy$CREATE POLICY own_update ON %I FOR UPDATE USING (
            region = viewer('region') AND may_write(case_no) OR viewer('scope') = 'all')$policy$, name);
        EXECUTE format($policy$CREATE POLICY own_delete ON %I FOR DELETE USING (
            region = viewer('region') AND may_write(case_no) OR viewer('scope') = 'all')$policy$, name);
    END LOOP;
END
$$;

CREATE POLICY own_insert ON cases FOR INSERT WITH CHECK (region = viewer('region') OR viewer('scope') = 'all');
CREATE POLICY own_update ON cases FOR UPDATE USING (
    region = viewer('region') AND NOT viewer('person') = ANY (barred) OR viewer('scope') = 'all')
    WITH CHECK (region = viewer('region') OR viewer('scope') = 'all');

ALTER TABLE counters ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON counters USING (region = viewer('region') OR viewer('scope') = 'all');

-- What is one person's own: his drafts, his uploads, the answers to his requests.
ALTER TABLE drafts ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON drafts USING (person = viewer('person') AND region = viewer('region'))
    WITH CHECK (person = viewer('person') AND region = viewer('region') AND may_write(case_no));
ALTER TABLE uploads ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON uploads USING (author = viewer('person') AND region = viewer('region'))
    WITH CHECK (author = viewer('person') AND region = viewer('region') AND may_write(case_no));
ALTER TABLE answers ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON answers USING (person = viewer('person'));

-- The renderer works through the queue of all agencies.
CREATE POLICY renderer_reads ON documents FOR SELECT USING (viewer('purpose') = 'render');
CREATE POLICY renderer_writes ON documents FOR UPDATE USING (viewer('purpose') = 'render');

ALTER TABLE agency_keys ENABLE ROW LEVEL SECURITY;
CREATE POLICY signer ON agency_keys USING (viewer('purpose') = 'sign');
ALTER TABLE day_heads ENABLE ROW LEVEL SECURITY;
CREATE POLICY signer ON day_heads USING (viewer('purpose') = 'sign');
CREATE POLICY signer ON acts FOR SELECT USING (viewer('purpose') = 'sign');
CREATE POLICY agency ON day_heads FOR SELECT USING (
    region = viewer('region') OR left(region, 4) = viewer('r4') OR left(region, 2) = viewer('r2') OR
    viewer('scope') = 'all');

ALTER TABLE audit_log ENABLE ROW LEVEL SECURITY;
CREATE POLICY noted ON audit_log FOR INSERT TO zhiheng_app WITH CHECK (
    person = viewer('person') AND region = viewer('region') OR viewer('purpose') = 'sign_in');
CREATE POLICY auditor ON audit_log FOR SELECT TO zhiheng_audit USING (true);

GRANT SELECT, INSERT, UPDATE ON cases, counters, proposals, uploads TO zhiheng_app;
GRANT SELECT, INSERT ON acts, evidence, custody_events, answers, agency_keys, day_heads TO zhiheng_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON case_clocks, case_tasks, drafts TO zhiheng_app;
GRANT SELECT, INSERT, UPDATE (status, sm3, rendered_at) ON documents TO zhiheng_app;
GRANT INSERT ON audit_log TO zhiheng_app;
GRANT SELECT ON audit_log TO zhiheng_audit;
