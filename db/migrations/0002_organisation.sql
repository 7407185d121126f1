-- The organisation tree and who holds which post. A unit or station carries the region code of its bureau.
CREATE TABLE nodes (
    id text PRIMARY KEY,
    parent text REFERENCES nodes (id),
    kind text NOT NULL CHECK (kind IN ('ministry', 'province', 'city', 'district', 'station', 'unit')),
    name text NOT NULL,
    short_name text NOT NULL DEFAULT '',
    region text NOT NULL CHECK (region ~ '^[0-9]{6}$'),
    position integer NOT NULL DEFAULT 0,
    details json NOT NULL DEFAULT '{}'
);
CREATE UNIQUE INDEX one_agency_per_region ON nodes (region) WHERE kind NOT IN ('station', 'unit');

CREATE TABLE people (
    id text PRIMARY KEY,
    name text NOT NULL CHECK (name <> ''),
    position integer NOT NULL DEFAULT 0
);

CREATE TABLE posts (
    person text NOT NULL REFERENCES people (id),
    node text NOT NULL REFERENCES nodes (id),
    roles text[] NOT NULL,
    valid_from date NOT NULL,
    valid_until date CHECK (valid_until >= valid_from),
    region text COLLATE "C" NOT NULL,
    position integer NOT NULL DEFAULT 0,
    PRIMARY KEY (person, node, valid_from)
);
CREATE INDEX posts_by_region ON posts (region);

-- 行政执法证
CREATE TABLE certificates (
    person text PRIMARY KEY REFERENCES people (id),
    no text NOT NULL,
    valid_from date,
    valid_until date NOT NULL
);

CREATE TABLE accounts (
    person text PRIMARY KEY REFERENCES people (id),
    account text NOT NULL UNIQUE,
    password_hash text NOT NULL,
    must_change_password boolean NOT NULL DEFAULT false,
    failures integer NOT NULL DEFAULT 0 CHECK (failures >= 0),
    locked_until timestamptz,
    closed boolean NOT NULL DEFAULT false
);

-- A session is known by the SM3 of its token; the token itself is not stored.
CREATE TABLE sessions (
    token_sm3 text PRIMARY KEY CHECK (length(token_sm3) = 64),
    person text NOT NULL REFERENCES accounts (person),
    opened_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL
);
CREATE INDEX sessions_by_person ON sessions (person);

-- Passwords and sessions are seen by sign-in and by nothing else; colleagues by their own agency.
ALTER TABLE people ENABLE ROW LEVEL SECURITY;
ALTER TABLE posts ENABLE ROW LEVEL SECURITY;
ALTER TABLE certificates ENABLE ROW LEVEL SECURITY;
ALTER TABLE accounts ENABLE ROW LEVEL SECURITY;
ALTER TABLE sessions ENABLE ROW LEVEL SECURITY;
CREATE POLICY sign_in ON accounts USING (viewer('purpose') = 'sign_in');
CREATE POLICY sign_in ON sessions USING (viewer('purpose') = 'sign_in');
CREATE POLICY sign_in ON posts FOR SELECT USING (viewer('purpose') = 'sign_in');
CREATE POLICY sign_in ON people FOR SELECT USING (viewer('purpose') = 'sign_in');
CREATE POLICY agency ON posts FOR SELECT USING (region = viewer('region'));
CREATE POLICY agency ON people FOR SELECT USING (EXISTS (SELECT FROM posts WHERE posts.person = people.id));
CREATE POLICY agency ON certificates FOR SELECT
    USING (EXISTS (SELECT FROM posts WHERE posts.person = certificates.person));

GRANT SELECT ON nodes, people, posts, certificates TO zhiheng_app;
GRANT SELECT, INSERT, UPDATE ON accounts TO zhiheng_app;
GRANT SELECT, INSERT, DELETE ON sessions TO zhiheng_app;
