-- Written grants (书面授权): whose power in which role is exercised by whom, on which days. A grant is never changed;
-- it may be ended once, before its last day, and is kept for good: an approval of an earlier day is judged by the
-- grants of that day.
CREATE TABLE delegations (
    id text PRIMARY KEY,
    region text COLLATE "C" NOT NULL CHECK (region ~ '^[0-9]{6}$'),
    r4 text COLLATE "C" GENERATED ALWAYS AS (left(region, 4)) STORED,
    r2 text COLLATE "C" GENERATED ALWAYS AS (left(region, 2)) STORED,
    principal text NOT NULL REFERENCES people (id),
    principal_name text NOT NULL,
    person text NOT NULL REFERENCES people (id),
    person_name text NOT NULL,
    role text NOT NULL CHECK (role <> ''),
    valid_from date NOT NULL,
    valid_until date NOT NULL CHECK (valid_until >= valid_from),
    paper text NOT NULL CHECK (paper <> ''),
    reason text NOT NULL,
    recorded_by text NOT NULL REFERENCES people (id),
    recorded_by_name text NOT NULL,
    recorded_at timestamptz NOT NULL,
    ended_at timestamptz CHECK (ended_at >= recorded_at),
    ended_by text NOT NULL DEFAULT '',
    ended_by_name text NOT NULL DEFAULT '',
    end_reason text NOT NULL DEFAULT '',
    CHECK (person <> principal)
);
CREATE INDEX delegations_by_region ON delegations (region, recorded_at DESC);
CREATE INDEX delegations_of_person ON delegations (person, valid_from);

CREATE FUNCTION keep_delegation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM demand(OLD.ended_at IS NULL, 'append_only', '该授权已经终止');
    PERFORM demand(NEW.ended_at IS NOT NULL, 'append_only', '已记录的授权只能终止，不能修改');
    RETURN NEW;
END
$$;
CREATE TRIGGER ended_once BEFORE UPDATE ON delegations FOR EACH ROW EXECUTE FUNCTION keep_delegation();
CREATE TRIGGER append_only BEFORE DELETE ON delegations FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON delegations FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
REVOKE ALL ON FUNCTION keep_delegation() FROM PUBLIC;

-- The leaders, a unit head for his own unit, and whoever runs the system enter the papers; nobody gives himself power.
CREATE FUNCTION may_delegate() RETURNS boolean LANGUAGE sql STABLE
    RETURN CASE WHEN viewer('roles') IN ('', '{}') THEN false
                ELSE viewer('roles')::text[] && ARRAY['LEADER', 'CHIEF', 'UNIT_HEAD', 'SYSTEM_ADMIN'] END;
REVOKE ALL ON FUNCTION may_delegate() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION may_delegate() TO zhiheng_app;

ALTER TABLE delegations ENABLE ROW LEVEL SECURITY;
CREATE POLICY levels ON delegations FOR SELECT USING (
    region = viewer('region') OR r4 = viewer('r4') OR r2 = viewer('r2'));
CREATE POLICY sign_in ON delegations FOR SELECT USING (viewer('purpose') = 'sign_in');
CREATE POLICY own_insert ON delegations FOR INSERT WITH CHECK (
    region = viewer('region') AND recorded_by = viewer('person') AND person <> viewer('person')
    AND (SELECT may_delegate()));
CREATE POLICY own_end ON delegations FOR UPDATE USING (region = viewer('region'))
    WITH CHECK (region = viewer('region') AND ended_by = viewer('person')
                AND ((SELECT may_delegate()) OR person = viewer('person')));
GRANT SELECT, INSERT, UPDATE (ended_at, ended_by, ended_by_name, end_reason) ON delegations TO zhiheng_app;

-- Whether the viewer stands in for an absent person today, by a written grant.
CREATE FUNCTION viewer_stands_for(absent text) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN EXISTS (
        SELECT FROM zhiheng.delegations AS d
        WHERE d.person = zhiheng.viewer('person') AND d.principal = absent AND d.ended_at IS NULL
          AND (now() AT TIME ZONE 'Asia/Shanghai')::date BETWEEN d.valid_from AND d.valid_until);
END
$$;
REVOKE ALL ON FUNCTION viewer_stands_for(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION viewer_stands_for(text) TO zhiheng_app;

-- As before, and what waits for a person by name waits for whoever stands in for him too.
CREATE OR REPLACE FUNCTION waits_for_viewer(person text, role text, node text) RETURNS boolean LANGUAGE sql STABLE
    RETURN person = viewer('person')
        OR person = '' AND role = ANY (viewer('roles')::text[]) AND (node = '' OR node = viewer('node'))
        OR person <> '' AND viewer_stands_for(person);
