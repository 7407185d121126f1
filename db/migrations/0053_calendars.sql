-- Years of the holiday calendar that were brought in after the program was made. A version is a draft until a second
-- person accepts it; what is accepted is never changed, a later version takes the place of the years it names. The
-- calendar is the whole installation's, and everybody reads it.
CREATE TABLE calendar_versions (
    id text PRIMARY KEY,
    region text COLLATE "C" NOT NULL CHECK (region ~ '^[0-9]{6}$'),
    years json NOT NULL,
    notice text NOT NULL CHECK (notice <> ''),
    rests_on text NOT NULL,
    status text NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'accepted', 'withdrawn')),
    drafted_by text NOT NULL REFERENCES people (id),
    drafted_by_name text NOT NULL,
    drafted_at timestamptz NOT NULL,
    reported_on date NOT NULL,
    settled_by text NOT NULL DEFAULT '',
    settled_by_name text NOT NULL DEFAULT '',
    settled_at timestamptz,
    CHECK (status = 'draft' OR settled_at IS NOT NULL),
    CHECK (status <> 'accepted' OR settled_by <> drafted_by)
);
CREATE UNIQUE INDEX one_calendar_draft ON calendar_versions ((true)) WHERE status = 'draft';
CREATE UNIQUE INDEX calendars_in_a_row ON calendar_versions (rests_on) WHERE status = 'accepted';

CREATE FUNCTION keep_calendar_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM demand(OLD.status = 'draft', 'append_only', '已启用或者已撤回的放假安排不能修改');
    PERFORM demand((OLD.id, OLD.years::text, OLD.notice, OLD.drafted_by) = (NEW.id, NEW.years::text, NEW.notice, NEW.drafted_by),
                   'append_only', '放假安排的内容不能修改，请撤回后重新导入');
    RETURN NEW;
END
$$;
REVOKE ALL ON FUNCTION keep_calendar_version() FROM PUBLIC;
CREATE TRIGGER settled_once BEFORE UPDATE ON calendar_versions FOR EACH ROW EXECUTE FUNCTION keep_calendar_version();
CREATE TRIGGER append_only BEFORE DELETE ON calendar_versions FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON calendar_versions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What a draft would change in open cases: the report that is read before it is accepted.
CREATE TABLE calendar_differences (
    version_id text NOT NULL REFERENCES calendar_versions (id),
    case_no text COLLATE "C" NOT NULL REFERENCES cases (no),
    position integer NOT NULL,
    region text COLLATE "C" GENERATED ALWAYS AS (left(case_no, 6)) STORED,
    r4 text COLLATE "C" GENERATED ALWAYS AS (left(case_no, 4)) STORED,
    r2 text COLLATE "C" GENERATED ALWAYS AS (left(case_no, 2)) STORED,
    cause text NOT NULL,
    code text NOT NULL,
    title text NOT NULL,
    old_due date NOT NULL,
    new_due date NOT NULL,
    old_provisional boolean NOT NULL,
    new_provisional boolean NOT NULL,
    why text NOT NULL,
    PRIMARY KEY (version_id, case_no, position)
);

CREATE FUNCTION may_keep_calendar() RETURNS boolean LANGUAGE sql STABLE
    RETURN CASE WHEN viewer('roles') IN ('', '{}') THEN false
                ELSE viewer('roles')::text[] && ARRAY['SYSTEM_ADMIN', 'LEADER', 'CHIEF'] END;
REVOKE ALL ON FUNCTION may_keep_calendar() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION may_keep_calendar() TO zhiheng_app;

ALTER TABLE calendar_versions ENABLE ROW LEVEL SECURITY;
ALTER TABLE calendar_differences ENABLE ROW LEVEL SECURITY;
CREATE POLICY everybody ON calendar_versions FOR SELECT USING (true);
CREATE POLICY own_insert ON calendar_versions FOR INSERT WITH CHECK (
    region = viewer('region') AND drafted_by = viewer('person') AND status = 'draft' AND (SELECT may_keep_calendar()));
CREATE POLICY settle ON calendar_versions FOR UPDATE USING ((SELECT may_keep_calendar()) OR viewer('purpose') = 'calendar')
    WITH CHECK (viewer('purpose') = 'calendar' AND status = 'draft' OR settled_by = viewer('person'));
CREATE POLICY levels ON calendar_differences FOR SELECT USING (
    (region = viewer('region') OR r4 = viewer('r4') OR r2 = viewer('r2')) AND (SELECT may_see_cases())
    AND viewer('purpose') = '');
CREATE POLICY reporter ON calendar_differences USING (viewer('purpose') = 'calendar')
    WITH CHECK (viewer('purpose') = 'calendar');
GRANT SELECT, INSERT, UPDATE (status, reported_on, settled_by, settled_by_name, settled_at) ON calendar_versions TO zhiheng_app;
GRANT SELECT, INSERT, DELETE ON calendar_differences TO zhiheng_app;
