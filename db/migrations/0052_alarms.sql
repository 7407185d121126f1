-- Alarms are computed from the clocks; what is kept is what an agency set for itself and what each person was told.
CREATE INDEX missed_clocks ON case_clocks (region, due, case_no) WHERE status = 'missed' AND met_on IS NULL;

-- Warning days of a clock that an agency chose instead of those of the catalogue.
CREATE TABLE clock_warnings (
    region text COLLATE "C" NOT NULL CHECK (region ~ '^[0-9]{6}$'),
    code text NOT NULL CHECK (code <> ''),
    warn_before json NOT NULL,
    warn_after json NOT NULL,
    set_by text NOT NULL REFERENCES people (id),
    set_by_name text NOT NULL,
    set_at timestamptz NOT NULL,
    PRIMARY KEY (region, code)
);
CREATE FUNCTION may_set_warnings() RETURNS boolean LANGUAGE sql STABLE
    RETURN CASE WHEN viewer('roles') IN ('', '{}') THEN false
                ELSE viewer('roles')::text[] && ARRAY['LEADER', 'CHIEF', 'SYSTEM_ADMIN'] END;
REVOKE ALL ON FUNCTION may_set_warnings() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION may_set_warnings() TO zhiheng_app;
ALTER TABLE clock_warnings ENABLE ROW LEVEL SECURITY;
CREATE POLICY agency ON clock_warnings FOR SELECT USING (region = viewer('region'));
CREATE POLICY own_insert ON clock_warnings FOR INSERT WITH CHECK (
    region = viewer('region') AND set_by = viewer('person') AND (SELECT may_set_warnings()));
CREATE POLICY own_update ON clock_warnings FOR UPDATE USING (region = viewer('region') AND (SELECT may_set_warnings()))
    WITH CHECK (region = viewer('region') AND set_by = viewer('person'));
CREATE POLICY own_delete ON clock_warnings FOR DELETE USING (region = viewer('region') AND (SELECT may_set_warnings()));
GRANT SELECT, INSERT, UPDATE, DELETE ON clock_warnings TO zhiheng_app;

-- The digest of a day (每日摘要), one per person: what he was told stays as it was told.
CREATE TABLE digests (
    person text NOT NULL REFERENCES people (id),
    day date NOT NULL,
    region text COLLATE "C" NOT NULL CHECK (region ~ '^[0-9]{6}$'),
    made_at timestamptz NOT NULL,
    content json NOT NULL,
    text text NOT NULL,
    PRIMARY KEY (person, day)
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON digests FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON digests FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE digests ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON digests FOR SELECT USING (person = viewer('person') AND region = viewer('region'));
CREATE POLICY writer_reads ON digests FOR SELECT USING (viewer('purpose') = 'nightly');
CREATE POLICY writer ON digests FOR INSERT WITH CHECK (viewer('purpose') = 'nightly');
GRANT SELECT, INSERT ON digests TO zhiheng_app;
