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
    waiting_node text NOT NULL,
    returned_by text NOT NULL,
    returned_reason text NOT NULL,
    recorded_n integer NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL
);
CREATE INDEX proposals_of_case ON proposals (case_no, created_at);
CREATE INDEX proposals_waiting ON proposals (region, created_at) WHERE status = 'waiting';
CREATE INDEX proposals_returned ON proposals (author, updated_at) WHERE status = 'returned';

-- Whether a step waits for the viewer: by name, or for one of his roles, where a unit is named in that unit.
CREATE FUNCTION waits_for_viewer(person text, role text, node text) RETURNS boolean LANGUAGE sql STABLE
    RETURN person = viewer('person')
        OR person = '' AND role = ANY (viewer('roles')::text[]) AND (node = '' OR node = viewer('node'));
REVOKE ALL ON FUNCTION waits_for_viewer(text, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION waits_for_viewer(text, text, text) TO zhiheng_app;

CREATE TABLE drafts (
    case_no text COLLATE "C" NOT NULL REFERENCES cases (no),
    act text NOT NULL,
    person text NOT NULL REFERENCES people (id),
    region text COLLATE "C" GENERATED ALWAYS AS (left(case_no, 6)) STORED,
    body json NOT NULL,
    saved_at timestamptz NOT NULL,
    PRIMARY KEY (case_no, act, person)
);

-- The drafts of an act are done with when the act is recorded, whichever of its signers typed them.
CREATE FUNCTION finish_drafts(case_number text, act_type text, people text[]) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = zhiheng AS $$
    DELETE FROM drafts
    WHERE case_no = case_number AND act = act_type AND person = ANY (people) AND region = viewer('region');
$$;
REVOKE ALL ON FUNCTION finish_drafts(text, text, text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION finish_drafts(text, text, text[]) TO zhiheng_app;
