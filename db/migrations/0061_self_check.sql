-- What the nightly self-check found: a number and what is wrong, nothing of what the case is about. Kept per day, so that it
-- can be said since when something is wrong.
CREATE TABLE self_checks (
    day date PRIMARY KEY
);
CREATE TABLE self_check_findings (
    day date NOT NULL REFERENCES self_checks (day),
    case_no text COLLATE "C" NOT NULL REFERENCES cases (no),
    kind text NOT NULL CHECK (kind IN ('stuck', 'clock_without_task', 'closed_with_open', 'projection', 'stale', 'unreadable')),
    detail text NOT NULL,
    since date NOT NULL CHECK (since <= day),
    region text COLLATE "C" GENERATED ALWAYS AS (left(case_no, 6)) STORED,
    PRIMARY KEY (day, case_no, kind, detail)
);
CREATE INDEX findings_by_region ON self_check_findings (region, day);

-- The check writes; whoever runs the system of an agency reads what concerns its cases.
CREATE FUNCTION runs_the_system() RETURNS boolean LANGUAGE sql STABLE
    RETURN CASE WHEN viewer('roles') IN ('', '{}') THEN false ELSE viewer('roles')::text[] && ARRAY['SYSTEM_ADMIN'] END;
REVOKE ALL ON FUNCTION runs_the_system() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION runs_the_system() TO zhiheng_app;
ALTER TABLE self_checks ENABLE ROW LEVEL SECURITY;
ALTER TABLE self_check_findings ENABLE ROW LEVEL SECURITY;
CREATE POLICY checker ON self_checks USING (viewer('purpose') = 'nightly') WITH CHECK (viewer('purpose') = 'nightly');
CREATE POLICY checker ON self_check_findings USING (viewer('purpose') = 'nightly') WITH CHECK (viewer('purpose') = 'nightly');
CREATE POLICY administrator ON self_checks FOR SELECT USING (runs_the_system());
CREATE POLICY administrator ON self_check_findings FOR SELECT USING (region = viewer('region') AND runs_the_system());
GRANT SELECT, INSERT ON self_checks TO zhiheng_app;
GRANT SELECT, INSERT, DELETE ON self_check_findings TO zhiheng_app;

-- The open cases in the order of their numbers, and those that moved lately.
CREATE INDEX cases_open ON cases (no) WHERE is_open;
CREATE INDEX cases_closed_by_day ON cases (as_of) WHERE NOT is_open;
CREATE INDEX cases_moved ON cases (updated_at) WHERE NOT is_open;
