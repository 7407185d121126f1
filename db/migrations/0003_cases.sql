-- Cases and what happened in them. The six digits before the first hyphen of a case number are the agency's region
-- code, so every row that names a case knows the levels that may see it.
CREATE TABLE cases (
    no text COLLATE "C" PRIMARY KEY CHECK (no ~ '^[0-9]{6}-[0-9]{4}-[0-9]{6}$'),
    region text COLLATE "C" GENERATED ALWAYS AS (left(no, 6)) STORED,
    r4 text COLLATE "C" GENERATED ALWAYS AS (left(no, 4)) STORED,
    r2 text COLLATE "C" GENERATED ALWAYS AS (left(no, 2)) STORED,
    node text NOT NULL REFERENCES nodes (id),
    procedure text NOT NULL CHECK (procedure IN ('ordinary', 'summary', 'fast', 'complaint')),
    province text NOT NULL DEFAULT '',
    parties json NOT NULL,
    version bigint NOT NULL CHECK (version >= 0),
    head_hash text NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    -- Derived from the acts at the end of day `as_of`; `zhiheng verify` proves it equal to their fold.
    as_of date NOT NULL,
    cause text NOT NULL DEFAULT '',
    party text NOT NULL DEFAULT '',
    state text NOT NULL,
    state_label text NOT NULL DEFAULT '',
    track text NOT NULL DEFAULT '',
    handlers text[] NOT NULL DEFAULT '{}',
    handler_names text[] NOT NULL DEFAULT '{}',
    barred text[] NOT NULL DEFAULT '{}',
    is_open boolean NOT NULL,
    registered_on date,
    filed_on date,
    next_due date NOT NULL DEFAULT 'infinity',
    next_clock json
);
CREATE INDEX cases_by_region ON cases (region, next_due, no);
CREATE INDEX cases_by_city ON cases (r4, next_due, no);
CREATE INDEX cases_by_province ON cases (r2, next_due, no);
CREATE INDEX cases_by_node ON cases (node, next_due, no);
CREATE INDEX cases_by_handler ON cases USING gin (handlers);

-- body is the canonical JSON that was hashed: hash = SM3(prev_hash ‖ body).
CREATE TABLE acts (
    case_no text COLLATE "C" NOT NULL REFERENCES cases (no),
    n integer NOT NULL CHECK (n >= 1),
    region text COLLATE "C" GENERATED ALWAYS AS (left(case_no, 6)) STORED,
    r4 text COLLATE "C" GENERATED ALWAYS AS (left(case_no, 4)) STORED,
    r2 text COLLATE "C" GENERATED ALWAYS AS (left(case_no, 2)) STORED,
    act text NOT NULL,
    recorded_at timestamptz NOT NULL,
    body text NOT NULL,
    prev_hash text NOT NULL,
    hash text NOT NULL CHECK (length(hash) = 64),
    PRIMARY KEY (case_no, n)
);
CREATE INDEX acts_by_day ON acts (region, recorded_at, case_no, n);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON acts FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON acts FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE case_clocks (
    case_no text COLLATE "C" NOT NULL REFERENCES cases (no),
    position integer NOT NULL,
    region text COLLATE "C" GENERATED ALWAYS AS (left(case_no, 6)) STORED,
    r4 text COLLATE "C" GENERATED ALWAYS AS (left(case_no, 4)) STORED,
    r2 text COLLATE "C" GENERATED ALWAYS AS (left(case_no, 2)) STORED,
    code text NOT NULL,
    title text NOT NULL,
    basis text NOT NULL,
    status text NOT NULL,
    of_act integer NOT NULL,
    anchor date NOT NULL,
    due date NOT NULL,
    raw date NOT NULL,
    due_instant timestamptz,
    met_on date,
    warn_on date,
    provisional boolean NOT NULL,
    PRIMARY KEY (case_no, position)
);
CREATE INDEX running_clocks ON case_clocks (region, due, case_no) WHERE status = 'running';

CREATE TABLE case_tasks (
    case_no text COLLATE "C" NOT NULL REFERENCES cases (no),
    position integer NOT NULL,
    region text COLLATE "C" GENERATED ALWAYS AS (left(case_no, 6)) STORED,
    r4 text COLLATE "C" GENERATED ALWAYS AS (left(case_no, 4)) STORED,
    r2 text COLLATE "C" GENERATED ALWAYS AS (left(case_no, 2)) STORED,
    id text NOT NULL,
    title text NOT NULL,
    status text NOT NULL,
    act text NOT NULL,
    basis text NOT NULL,
    because text NOT NULL,
    PRIMARY KEY (case_no, position)
);

-- Gap-free sequences: case numbers, document numbers, evidence numbers. A number is taken in the transaction that
-- uses it, so one that is rolled back is given again; one that was used is never given twice.
CREATE TABLE counters (
    region text COLLATE "C" NOT NULL,
    name text NOT NULL,
    last integer NOT NULL CHECK (last >= 1),
    PRIMARY KEY (region, name)
);

-- The answer to one request, given again when the request is repeated.
CREATE TABLE answers (
    person text NOT NULL,
    key text NOT NULL CHECK (length(key) BETWEEN 1 AND 200),
    digest text NOT NULL,
    outcome json NOT NULL,
    answered_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (person, key)
);
CREATE INDEX answers_by_age ON answers (answered_at);
