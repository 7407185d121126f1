-- What ran in the night: one row per job and civil day, so that a job of a day is done once however often the server
-- starts. A failed job keeps its reason and is tried again.
CREATE TABLE nightly_runs (
    job text NOT NULL CHECK (job <> ''),
    day date NOT NULL,
    attempts integer NOT NULL DEFAULT 1 CHECK (attempts >= 1),
    started_at timestamptz NOT NULL,
    finished_at timestamptz CHECK (finished_at >= started_at),
    outcome json,
    error text NOT NULL DEFAULT '',
    PRIMARY KEY (job, day)
);

-- The runner works for all agencies; whoever runs the system reads what it did.
ALTER TABLE nightly_runs ENABLE ROW LEVEL SECURITY;
CREATE POLICY runner ON nightly_runs USING (viewer('purpose') = 'nightly') WITH CHECK (viewer('purpose') = 'nightly');
CREATE POLICY administrator ON nightly_runs FOR SELECT USING (
    CASE WHEN viewer('roles') IN ('', '{}') THEN false ELSE viewer('roles')::text[] && ARRAY['SYSTEM_ADMIN'] END);
GRANT SELECT, INSERT, UPDATE ON nightly_runs TO zhiheng_app;
