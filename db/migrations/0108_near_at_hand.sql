-- What lies near is found without reading what lies about it. A unit's cases: its index walked to the end of the page (the
-- agency, a condition that the unit implies, made the planner sort all of them), and of its people's cases only those that
-- another unit holds, each read once. Numbers alone are given, of the viewer's own agency.
CREATE OR REPLACE FUNCTION find_unit_cases(wanted text, in_state text, in_field text, in_node text, in_region text,
                                           due_until date, after_due date, after_no text, rows_max integer)
    RETURNS TABLE (no text) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = zhiheng, pg_temp SET jit = off AS $$
DECLARE
    own text := viewer('node');
    agency text := viewer('region');
    colleagues text[] := (SELECT coalesce(array_agg(p.person), '{}') FROM posts AS p WHERE p.node = own AND p.region = agency);
    more text := '';
BEGIN
    IF NOT may_see_cases() THEN RETURN; END IF;
    IF wanted <> '' THEN
        more := more || format(' AND strpos(k.no || '' '' || k.cause || '' '' || k.party, %L) > 0', wanted);
    END IF;
    IF in_state <> '' THEN more := more || format(' AND k.state = %L', in_state); END IF;
    IF in_field <> '' THEN more := more || format(' AND k.field = %L', in_field); END IF;
    IF in_node <> '' THEN more := more || format(' AND k.node = %L', in_node); END IF;
    IF in_region <> '' THEN more := more || format(' AND k.region = %L', in_region); END IF;
    IF due_until <> 'infinity' THEN more := more || format(' AND k.next_due <= %L', due_until); END IF;
    IF after_no <> '' OR after_due <> '-infinity' THEN
        more := more || format(' AND (k.next_due, k.no) > (%L, %L)', after_due, after_no);
    END IF;
    RETURN QUERY EXECUTE format($q$
        WITH held AS (
            SELECT k.no, k.next_due FROM cases AS k WHERE k.node = %1$L %4$s ORDER BY k.next_due, k.no LIMIT %3$s
        ), beside AS MATERIALIZED (
            SELECT k.no, k.next_due FROM cases AS k WHERE k.handlers && %2$L::text[] AND k.node <> %1$L
                AND k.region = %5$L %4$s
        )
        SELECT u.no FROM (SELECT * FROM held UNION ALL SELECT * FROM beside) AS u ORDER BY u.next_due, u.no LIMIT %3$s
    $q$, own, colleagues, rows_max, more, agency);
END
$$;

-- An agency, too, looks for a rare word by the index of its city's words: it read all its two thousand cases to find that
-- none bears it. Of a firm's name the two rarest pairs were borne by twice as many cases as the whole name: a third one,
-- unless it is frequent itself, halves what is read. The shares are looked up within the function, whose plans are kept; a
-- function of its own was planned anew for every search.
DROP FUNCTION rare_words(text, text[]);
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
                          WHEN viewer('r4') <> '' THEN left(viewer('r4'), 2)
                          ELSE left(viewer('region'), 2) END;
    city text := CASE WHEN viewer('r2') <> '' THEN '' WHEN viewer('r4') <> '' THEN viewer('r4') ELSE left(viewer('region'), 4) END;
    rarest text[];
    least real;
    whole real;
    more text := '';
BEGIN
    IF NOT may_see_cases() THEN RETURN; END IF;
    IF wanted <> '' THEN
        more := format(' AND strpos(k.no || '' '' || k.cause || '' '' || k.party, %L) > 0', wanted);
        IF province <> '' AND cardinality(words) > 0 THEN
            SELECT share INTO whole FROM frequent_words WHERE word = 'r2:' || province;
            SELECT array_agg(r.word), min(r.share) INTO rarest, least
            FROM (SELECT known.word, known.share, row_number() OVER (ORDER BY known.share) AS place
                  FROM (SELECT province || given.word AS word,
                               coalesce((SELECT f.share FROM frequent_words AS f WHERE f.word = province || given.word), 0)
                               / coalesce(whole, 1) AS share
                        FROM unnest(words) AS given (word)) AS known) AS r
            WHERE r.place <= 2 OR r.place = 3 AND r.share < 0.1;
            IF least < 0.01 THEN
                IF city <> '' THEN rarest := rarest || ('r4:' || city); END IF;
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
