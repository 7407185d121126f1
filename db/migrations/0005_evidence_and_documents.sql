-- Evidence lies in the blob folder under its SM3; here is what it is, how it came in and who had it.
CREATE TABLE uploads (
    id text PRIMARY KEY,
    case_no text COLLATE "C" NOT NULL REFERENCES cases (no),
    region text COLLATE "C" GENERATED ALWAYS AS (left(case_no, 6)) STORED,
    name text NOT NULL,
    size bigint NOT NULL CHECK (size >= 0),
    chunk_size bigint NOT NULL CHECK (chunk_size > 0),
    declared_sm3 text NOT NULL,
    author text NOT NULL REFERENCES people (id),
    started_at timestamptz NOT NULL,
    received bigint[] NOT NULL DEFAULT '{}',
    evidence text
);

CREATE TABLE evidence (
    id text PRIMARY KEY,
    no text NOT NULL UNIQUE,
    case_no text COLLATE "C" NOT NULL REFERENCES cases (no),
    region text COLLATE "C" GENERATED ALWAYS AS (left(case_no, 6)) STORED,
    r4 text COLLATE "C" GENERATED ALWAYS AS (left(case_no, 4)) STORED,
    r2 text COLLATE "C" GENERATED ALWAYS AS (left(case_no, 2)) STORED,
    name text NOT NULL,
    type text NOT NULL,
    size bigint NOT NULL CHECK (size >= 0),
    sm3 text NOT NULL CHECK (length(sm3) = 64),
    added_by text NOT NULL REFERENCES people (id),
    added_by_name text NOT NULL,
    added_at timestamptz NOT NULL
);
CREATE INDEX evidence_of_case ON evidence (case_no, no);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON evidence FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TABLE custody_events (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    evidence text NOT NULL REFERENCES evidence (id),
    case_no text COLLATE "C" NOT NULL REFERENCES cases (no),
    region text COLLATE "C" GENERATED ALWAYS AS (left(case_no, 6)) STORED,
    r4 text COLLATE "C" GENERATED ALWAYS AS (left(case_no, 4)) STORED,
    r2 text COLLATE "C" GENERATED ALWAYS AS (left(case_no, 2)) STORED,
    kind text NOT NULL,
    person text NOT NULL,
    person_name text NOT NULL,
    at timestamptz NOT NULL,
    note text NOT NULL
);
CREATE INDEX custody_of_evidence ON custody_events (evidence, id);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON custody_events FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Facts are frozen when the act is recorded; the PDF is made from them once and kept in the blob folder.
CREATE TABLE documents (
    id text PRIMARY KEY,
    case_no text COLLATE "C" NOT NULL,
    act_n integer NOT NULL,
    region text COLLATE "C" GENERATED ALWAYS AS (left(case_no, 6)) STORED,
    r4 text COLLATE "C" GENERATED ALWAYS AS (left(case_no, 4)) STORED,
    r2 text COLLATE "C" GENERATED ALWAYS AS (left(case_no, 2)) STORED,
    position integer NOT NULL,
    document text NOT NULL,
    no integer NOT NULL,
    title text NOT NULL,
    slot text NOT NULL,
    number text NOT NULL,
    series text NOT NULL,
    facts json NOT NULL,
    status text NOT NULL DEFAULT 'queued' CHECK (status IN ('queued', 'made', 'struck')),
    sm3 text CHECK (length(sm3) = 64),
    made_at timestamptz NOT NULL,
    rendered_at timestamptz,
    CHECK (status <> 'made' OR sm3 IS NOT NULL),
    FOREIGN KEY (case_no, act_n) REFERENCES acts (case_no, n)
);
CREATE INDEX documents_of_case ON documents (case_no, act_n, position);
CREATE UNIQUE INDEX one_document_per_number ON documents (region, number) WHERE series = 'agency_year';
CREATE INDEX documents_queued ON documents (made_at, id) WHERE status = 'queued';

-- A document that is made keeps its hash, its number and its facts for good.
CREATE FUNCTION keep_made_document() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' OR (OLD.sm3 IS NOT NULL AND NEW.sm3 IS DISTINCT FROM OLD.sm3)
        OR (NEW.id, NEW.case_no, NEW.act_n, NEW.document, NEW.number, NEW.facts::text)
            IS DISTINCT FROM (OLD.id, OLD.case_no, OLD.act_n, OLD.document, OLD.number, OLD.facts::text) THEN
        RAISE EXCEPTION USING ERRCODE = 'ZH000', MESSAGE = 'append_only', DETAIL = '已制作的文书不能修改或者删除';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER kept BEFORE UPDATE OR DELETE ON documents FOR EACH ROW EXECUTE FUNCTION keep_made_document();
