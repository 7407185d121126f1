-- Acts on their way to being recorded (报批), and what is typed so far.
CREATE TABLE proposals (
    id text PRIMARY KEY,
    version bigint NOT NULL,
    case_no text COLLATE "C" NOT NULL REFERENCES cases (no),
    region text COLLATE "C" GENERATED ALWAYS AS (left(case_no, 6)) STORED,
    r4 text COLLATE "C" GENERATED ALWAYS AS (left(case_no, 4)) STORED,
    r2 text COLLATE "C" GENERATED ALWAYS AS (left(case_no, 2)) STORED,
    cause text NOT NULL,
    party_name text NOT NULL,
    act text NOT NULL,
    title text NOT NULL,
    body json NOT NULL,
    author text NOT NULL REFERENCES people (id),
    author_name text NOT NULL,
    author_certificate text NOT NULL,
    steps json NOT NULL,
    status text NOT NULL CHECK (status IN ('waiting', 'returned', 'withdrawn', 'recorded')),
    waiting_person text NOT NULL,
    waiting_role text NOT NULL,
    returned_by text NOT NULL,
    returned_reason text NOT NULL,
    recorded_n integer NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL
);
CREATE INDEX proposals_of_case ON proposals (case_no, created_at);
CREATE INDEX proposals_waiting ON proposals (region, created_at) WHERE status = 'waiting';
CREATE INDEX proposals_returned ON proposals (author, updated_at) WHERE status = 'returned';

CREATE TABLE drafts (
    case_no text COLLATE "C" NOT NULL REFERENCES cases (no),
    act text NOT NULL,
    person text NOT NULL REFERENCES people (id),
    region text COLLATE "C" GENERATED ALWAYS AS (left(case_no, 6)) STORED,
    body json NOT NULL,
    saved_at timestamptz NOT NULL,
    PRIMARY KEY (case_no, act, person)
);
