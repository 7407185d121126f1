-- Volumes of other agencies, loaded to be read. What they say stands beside our cases and is no part of any: no act, no
-- number, no list of ours rests on them. The file lies below the data folder under the identifier.
CREATE TABLE foreign_uploads (
    id text PRIMARY KEY CHECK (id ~ '^[0-9a-f]{32}$'),
    region text COLLATE "C" NOT NULL CHECK (region ~ '^[0-9]{6}$'),
    name text NOT NULL CHECK (name <> ''),
    size bigint NOT NULL CHECK (size > 0),
    chunk_size bigint NOT NULL CHECK (chunk_size > 0),
    author text NOT NULL REFERENCES people (id),
    started_at timestamptz NOT NULL,
    received bigint[] NOT NULL DEFAULT '{}'
);

CREATE TABLE foreign_volumes (
    id text PRIMARY KEY CHECK (id ~ '^[0-9a-f]{32}$'),
    region text COLLATE "C" NOT NULL CHECK (region ~ '^[0-9]{6}$'),
    r4 text COLLATE "C" GENERATED ALWAYS AS (left(region, 4)) STORED,
    r2 text COLLATE "C" GENERATED ALWAYS AS (left(region, 2)) STORED,
    name text NOT NULL,
    size bigint NOT NULL CHECK (size > 0),
    sm3 text NOT NULL CHECK (length(sm3) = 64),
    key_sm3 text NOT NULL CHECK (length(key_sm3) = 64),
    case_no text NOT NULL,
    agency text NOT NULL,
    agency_name text NOT NULL,
    made_at text NOT NULL,
    items integer NOT NULL CHECK (items >= 0),
    added_by text NOT NULL REFERENCES people (id),
    added_by_name text NOT NULL,
    added_at timestamptz NOT NULL,
    UNIQUE (region, sm3)
);
CREATE INDEX foreign_volumes_by_region ON foreign_volumes (region, added_at DESC);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON foreign_volumes FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON foreign_volumes FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The agency that loaded a volume and those above it read it; an upload is its author's own.
ALTER TABLE foreign_volumes ENABLE ROW LEVEL SECURITY;
CREATE POLICY levels ON foreign_volumes FOR SELECT USING (
    region = viewer('region') OR r4 = viewer('r4') OR r2 = viewer('r2') OR viewer('scope') = 'all');
CREATE POLICY own_insert ON foreign_volumes FOR INSERT WITH CHECK (
    region = viewer('region') AND added_by = viewer('person'));
ALTER TABLE foreign_uploads ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON foreign_uploads USING (author = viewer('person') AND region = viewer('region'))
    WITH CHECK (author = viewer('person') AND region = viewer('region'));
CREATE POLICY no_administrators ON foreign_volumes AS RESTRICTIVE TO zhiheng_app
    USING ((SELECT may_see_cases())) WITH CHECK ((SELECT may_see_cases()));
CREATE POLICY no_administrators ON foreign_uploads AS RESTRICTIVE TO zhiheng_app
    USING ((SELECT may_see_cases())) WITH CHECK ((SELECT may_see_cases()));

GRANT SELECT, INSERT ON foreign_volumes TO zhiheng_app;
GRANT SELECT, INSERT, DELETE, UPDATE (received) ON foreign_uploads TO zhiheng_app;
