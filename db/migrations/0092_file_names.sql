-- 智能命名: what a file that was brought in seems to be, read beside the requests, and the name a person gave it. The name it
-- came with stays in `evidence`.
CREATE TABLE file_readings (
    evidence text PRIMARY KEY REFERENCES evidence (id),
    case_no text COLLATE "C" NOT NULL REFERENCES cases (no),
    region text COLLATE "C" GENERATED ALWAYS AS (left(case_no, 6)) STORED,
    r4 text COLLATE "C" GENERATED ALWAYS AS (left(case_no, 4)) STORED,
    r2 text COLLATE "C" GENERATED ALWAYS AS (left(case_no, 2)) STORED,
    state text NOT NULL CHECK (state IN ('waiting', 'reading', 'proposed', 'nothing', 'failed')),
    tries integer NOT NULL DEFAULT 0,
    queued_at timestamptz NOT NULL,
    taken_at timestamptz,
    done_at timestamptz,
    proposal json,
    failure text NOT NULL DEFAULT '',
    words text NOT NULL DEFAULT ''  -- of the pages that were read
);
CREATE INDEX file_readings_of_case ON file_readings (case_no);
CREATE INDEX file_readings_queue ON file_readings (queued_at, evidence) WHERE state IN ('waiting', 'reading');

CREATE TABLE evidence_names (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    evidence text NOT NULL REFERENCES evidence (id),
    case_no text COLLATE "C" NOT NULL REFERENCES cases (no),
    region text COLLATE "C" GENERATED ALWAYS AS (left(case_no, 6)) STORED,
    r4 text COLLATE "C" GENERATED ALWAYS AS (left(case_no, 4)) STORED,
    r2 text COLLATE "C" GENERATED ALWAYS AS (left(case_no, 2)) STORED,
    name text NOT NULL CHECK (name <> '' AND length(name) <= 200 AND name !~ '[[:cntrl:]/\\]'),
    was_proposed boolean NOT NULL,
    named_by text NOT NULL REFERENCES people (id),
    named_by_name text NOT NULL,
    named_at timestamptz NOT NULL
);
CREATE INDEX evidence_names_of_evidence ON evidence_names (evidence, id);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON evidence_names FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON evidence_names FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A person may ask for a file to be read anew; what was read is written by the reader alone.
CREATE FUNCTION keep_file_reading() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM demand(
        viewer('purpose') = 'naming' OR NEW.state = 'waiting' AND NEW.proposal IS NULL AND NEW.failure = '' AND NEW.words = '',
        'not_permitted', '识别结果由系统写入');
    RETURN NEW;
END
$$;
REVOKE ALL ON FUNCTION keep_file_reading() FROM PUBLIC;
CREATE TRIGGER kept BEFORE INSERT OR UPDATE ON file_readings FOR EACH ROW EXECUTE FUNCTION keep_file_reading();

ALTER TABLE file_readings ENABLE ROW LEVEL SECURITY;
CREATE POLICY levels ON file_readings FOR SELECT USING (
    region = viewer('region') OR r4 = viewer('r4') OR r2 = viewer('r2') OR viewer('scope') = 'all');
CREATE POLICY own_insert ON file_readings FOR INSERT WITH CHECK (
    region = viewer('region') AND may_write(case_no) OR viewer('scope') = 'all');
CREATE POLICY own_update ON file_readings FOR UPDATE USING (
    region = viewer('region') AND may_write(case_no) OR viewer('scope') = 'all');
CREATE POLICY reader_reads ON file_readings FOR SELECT USING (viewer('purpose') = 'naming');
CREATE POLICY reader_writes ON file_readings FOR UPDATE USING (viewer('purpose') = 'naming');
ALTER TABLE evidence_names ENABLE ROW LEVEL SECURITY;
CREATE POLICY levels ON evidence_names FOR SELECT USING (
    region = viewer('region') OR r4 = viewer('r4') OR r2 = viewer('r2') OR viewer('scope') = 'all');
CREATE POLICY own_insert ON evidence_names FOR INSERT WITH CHECK (
    region = viewer('region') AND named_by = viewer('person') AND may_write(case_no));
GRANT SELECT, INSERT, UPDATE (state, tries, queued_at, taken_at, done_at, proposal, failure, words) ON file_readings TO zhiheng_app;
GRANT SELECT, INSERT ON evidence_names TO zhiheng_app;

-- The next file to read, and the names of the parties of its case: nothing else of a case is told to the reader. A file
-- whose reading broke off is taken again, three times in all.
CREATE FUNCTION take_file_to_read(now_is timestamptz)
    RETURNS TABLE (file text, of_case text, file_name text, file_type text, bytes bigint, digest text, party_names text[])
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = zhiheng, pg_temp AS $$
DECLARE
    taken text;
BEGIN
    PERFORM demand(viewer('purpose') = 'naming', 'not_permitted', '只有识别程序可以读取');
    UPDATE file_readings SET state = 'failed', failure = '文件多次识别都没有完成，请人工命名', done_at = now_is
    WHERE state = 'reading' AND tries >= 3 AND taken_at < now_is - interval '10 minutes';
    SELECT r.evidence INTO taken FROM file_readings AS r
    WHERE r.state = 'waiting' OR r.state = 'reading' AND r.taken_at < now_is - interval '10 minutes'
    ORDER BY r.queued_at, r.evidence LIMIT 1 FOR UPDATE SKIP LOCKED;
    IF taken IS NULL THEN
        RETURN;
    END IF;
    UPDATE file_readings SET state = 'reading', taken_at = now_is, tries = tries + 1 WHERE evidence = taken;
    RETURN QUERY
    SELECT e.id, e.case_no, e.name, e.type, e.size, e.sm3,
           ARRAY(SELECT p.party ->> 'name' FROM json_array_elements(c.parties) AS p(party) WHERE p.party ->> 'name' <> '')
    FROM evidence AS e JOIN cases AS c ON c.no = e.case_no WHERE e.id = taken;
END
$$;
REVOKE ALL ON FUNCTION take_file_to_read(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION take_file_to_read(timestamptz) TO zhiheng_app;
