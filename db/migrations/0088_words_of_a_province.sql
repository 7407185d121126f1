-- A word of the index belongs to a province: whoever looks there reads the places of a firm's name in that province alone, no
-- longer those of the whole country beside the list of all cases of the province. Cities are cut out by their own word.
DROP INDEX cases_by_words;
CREATE OR REPLACE FUNCTION case_words(no text, cause text, party text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN ARRAY['r2:' || left(no, 2), 'r4:' || left(no, 4)]
           || ARRAY(SELECT left(no, 2) || word
                    FROM unnest(ARRAY[no, right(no, 6)] || text_pairs(cause) || text_pairs(party)) AS words (word));
CREATE INDEX cases_by_words ON cases USING gin (case_words(no, cause, party));
-- Each province needs its own frequent words among the statistics. Reading those takes longer than most searches: they are
-- noted at the end of every night's run. Until then, and in a small database, every word is taken for rare.
ALTER INDEX cases_by_words ALTER COLUMN 1 SET STATISTICS 400;
CREATE TABLE frequent_words (word text COLLATE "C" PRIMARY KEY, share real NOT NULL);

CREATE FUNCTION note_frequent_words() RETURNS trigger LANGUAGE plpgsql
    SECURITY DEFINER SET search_path = zhiheng, pg_temp AS $$
BEGIN
    DELETE FROM frequent_words;
    INSERT INTO frequent_words (word, share)
    SELECT e.word, max(e.share)
    FROM pg_stats AS s, unnest(s.most_common_elems::text::text[], s.most_common_elem_freqs) AS e (word, share)
    WHERE s.schemaname = 'zhiheng' AND s.tablename = 'cases_by_words' AND e.word IS NOT NULL
    GROUP BY e.word;
    RETURN NULL;
END
$$;
REVOKE ALL ON FUNCTION note_frequent_words() FROM PUBLIC;
CREATE TRIGGER noted AFTER INSERT OR UPDATE ON nightly_runs FOR EACH STATEMENT EXECUTE FUNCTION note_frequent_words();

DROP FUNCTION rare_words(text[]);
CREATE FUNCTION rare_words(province text, words text[]) RETURNS TABLE (word text, share real) LANGUAGE sql STABLE
    SECURITY DEFINER SET search_path = zhiheng, pg_temp AS $$
    SELECT province || given.word, (coalesce(known.share, 0) / coalesce(whole.share, 1))::real
    FROM unnest(words) AS given (word)
    LEFT JOIN frequent_words AS known ON known.word = province || given.word
    LEFT JOIN frequent_words AS whole ON whole.word = 'r2:' || province
    ORDER BY 2 LIMIT 2
$$;
REVOKE ALL ON FUNCTION rare_words(text, text[]) FROM PUBLIC;

CREATE OR REPLACE FUNCTION find_cases(wanted text, words text[], in_state text, in_field text, in_node text, in_region text,
                                      due_until date, after_due date, after_no text, rows_max integer)
    RETURNS TABLE (no text) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = zhiheng, pg_temp SET jit = off
    SET max_parallel_workers_per_gather = 0 AS $$
DECLARE
    -- A unit or an agency has an index of its own. Whether it lies on the viewer's level is seen by whoever joins the
    -- numbers to cases.
    level text := CASE WHEN in_node <> '' THEN format('k.node = %L', in_node)
                       WHEN in_region <> '' THEN format('k.region = %L', in_region)
                       WHEN viewer('r2') <> '' THEN format('k.r2 = %L', viewer('r2'))
                       WHEN viewer('r4') <> '' THEN format('k.r4 = %L', viewer('r4'))
                       ELSE format('k.region = %L', viewer('region')) END;
    province text := CASE WHEN viewer('r2') <> '' THEN viewer('r2')
                          WHEN viewer('r4') <> '' THEN left(viewer('r4'), 2) END;
    rarest text[];
    least real;
    more text := '';
BEGIN
    IF NOT may_see_cases() THEN RETURN; END IF;
    IF wanted <> '' THEN
        more := format(' AND strpos(k.no || '' '' || k.cause || '' '' || k.party, %L) > 0', wanted);
        IF province IS NOT NULL AND cardinality(words) > 0 THEN
            SELECT array_agg(r.word), min(r.share) INTO rarest, least FROM rare_words(province, words) AS r;
            IF least < 0.01 THEN
                IF viewer('r2') = '' THEN rarest := rarest || ('r4:' || viewer('r4')); END IF;
                more := more || format(' AND case_words(k.no, k.cause, k.party) @> %L::text[]', rarest);
            END IF;
        END IF;
    END IF;
    IF in_state <> '' THEN more := more || format(' AND k.state = %L', in_state); END IF;
    IF in_field <> '' THEN more := more || format(' AND k.field = %L', in_field); END IF;
    IF in_node <> '' AND in_region <> '' THEN more := more || format(' AND k.region = %L', in_region); END IF;
    IF due_until <> 'infinity' THEN more := more || format(' AND k.next_due <= %L', due_until); END IF;
    IF after_no <> '' OR after_due <> '-infinity' THEN
        more := more || format(' AND (k.next_due, k.no) > (%L, %L)', after_due, after_no);
    END IF;
    RETURN QUERY EXECUTE format('SELECT k.no FROM cases AS k WHERE %s%s ORDER BY k.next_due, k.no LIMIT %s',
                                level, more, rows_max);
END
$$;
