-- Phrase libraries (常用语). A phrase belongs to a unit, or, where no unit is named, to the whole agency; the units of the
-- agency see its phrases and their own, nobody else's. It is edited in place, retired once and never deleted.
CREATE TABLE phrases (
    id text PRIMARY KEY,
    region text COLLATE "C" NOT NULL CHECK (region ~ '^[0-9]{6}$'),
    node text REFERENCES nodes (id),
    title text NOT NULL CHECK (title <> '' AND length(title) <= 100),
    words text NOT NULL CHECK (words <> '' AND length(words) <= 4000),
    act text NOT NULL,
    field text NOT NULL,
    lock integer NOT NULL DEFAULT 1,
    made_by text NOT NULL REFERENCES people (id),
    made_by_name text NOT NULL,
    made_at timestamptz NOT NULL,
    edited_by_name text NOT NULL,
    edited_at timestamptz NOT NULL,
    retired_by_name text NOT NULL DEFAULT '',
    retired_at timestamptz CHECK (retired_at >= made_at),
    CHECK (act <> '' OR field = '')
);
CREATE INDEX phrases_of_unit ON phrases (region, node) WHERE retired_at IS NULL;

CREATE FUNCTION keep_phrase() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM demand(OLD.retired_at IS NULL, 'already_ended', '该常用语已经停用');
    PERFORM demand(NEW.lock = OLD.lock + 1, 'version_conflict', '该常用语已被他人修改，请刷新后再改');
    RETURN NEW;
END
$$;
REVOKE ALL ON FUNCTION keep_phrase() FROM PUBLIC;
CREATE TRIGGER kept BEFORE UPDATE ON phrases FOR EACH ROW EXECUTE FUNCTION keep_phrase();
CREATE TRIGGER append_only BEFORE DELETE ON phrases FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON phrases FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Who may write: in his own unit whoever handles cases or heads it, for the whole agency its leaders and the legal section.
-- A handler changes what he made himself, the head whatever is his unit's.
CREATE FUNCTION may_keep_phrase(of_node text, maker text) RETURNS boolean LANGUAGE sql STABLE
    RETURN CASE WHEN viewer('roles') IN ('', '{}') THEN false
                WHEN of_node IS NULL THEN viewer('roles')::text[] && ARRAY['LEADER', 'CHIEF', 'LEGAL']
                ELSE of_node = viewer('node') AND (
                    viewer('roles')::text[] && ARRAY['UNIT_HEAD']
                    OR viewer('roles')::text[] && ARRAY['HANDLER', 'REVIEWER', 'LEGAL', 'HOST'] AND maker = viewer('person')) END;
REVOKE ALL ON FUNCTION may_keep_phrase(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION may_keep_phrase(text, text) TO zhiheng_app;

ALTER TABLE phrases ENABLE ROW LEVEL SECURITY;
CREATE POLICY unit ON phrases FOR SELECT USING (
    region = viewer('region') AND (node IS NULL OR node = viewer('node')));
CREATE POLICY own_insert ON phrases FOR INSERT WITH CHECK (
    region = viewer('region') AND made_by = viewer('person') AND may_keep_phrase(node, made_by));
CREATE POLICY own_update ON phrases FOR UPDATE USING (region = viewer('region') AND may_keep_phrase(node, made_by));
GRANT SELECT, INSERT, UPDATE (title, words, act, field, lock, edited_by_name, edited_at, retired_by_name, retired_at)
    ON phrases TO zhiheng_app;
