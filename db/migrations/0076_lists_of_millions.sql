-- At 5,700,000 cases. Which words of a text are rare is asked of the planner's own statistics: a frequent one is found soonest
-- by walking the list in its order, a rare one by the index of words, which is given the two rarest alone, because every
-- further list of a million places costs more than it leaves out. The lists of an agency come this way too: behind the walls
-- the planner takes its two thousand cases for a dozen and sorts them all.
CREATE FUNCTION rare_words(words text[]) RETURNS TABLE (word text, share real) LANGUAGE sql STABLE
    SECURITY DEFINER SET search_path = zhiheng, pg_temp AS $$
    SELECT given.word, coalesce(known.share, 0)
    FROM unnest(words) AS given (word)
    LEFT JOIN (SELECT e.word, e.share
               FROM pg_stats AS s,
                    unnest(s.most_common_elems::text::text[], s.most_common_elem_freqs) AS e (word, share)
               WHERE s.schemaname = 'zhiheng' AND s.tablename = 'cases_by_words' AND e.word IS NOT NULL) AS known
        ON known.word = given.word
    ORDER BY 2 LIMIT 2
$$;
REVOKE ALL ON FUNCTION rare_words(text[]) FROM PUBLIC;

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
    within text := CASE WHEN viewer('r2') <> '' THEN 'r2:' || viewer('r2')
                        WHEN viewer('r4') <> '' THEN 'r4:' || viewer('r4') END;
    rarest text[];
    least real;
    more text := '';
BEGIN
    IF NOT may_see_cases() THEN RETURN; END IF;
    IF wanted <> '' THEN
        more := format(' AND strpos(k.no || '' '' || k.cause || '' '' || k.party, %L) > 0', wanted);
        IF within IS NOT NULL AND cardinality(words) > 0 THEN
            SELECT array_agg(r.word), min(r.share) INTO rarest, least FROM rare_words(words) AS r;
            IF least < 0.01 THEN
                more := more || format(' AND case_words(k.no, k.cause, k.party) @> %L::text[]', rarest || within);
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

-- What somebody handles or must sign: behind the walls the index of handlers is of no use, and all cases of the agency were
-- read. This gives numbers alone, of the viewer's own agency.
CREATE FUNCTION find_my_cases(wanted text, in_state text, in_field text, in_node text, in_region text, due_until date,
                              after_due date, after_no text, rows_max integer)
    RETURNS TABLE (no text) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = zhiheng, pg_temp SET jit = off AS $$
BEGIN
    IF NOT may_see_cases() THEN RETURN; END IF;
    RETURN QUERY
    WITH mine AS MATERIALIZED (
        SELECT h.no FROM cases AS h WHERE h.handlers @> ARRAY[viewer('person')] AND h.region = viewer('region')
        UNION
        SELECT p.case_no FROM proposals AS p
        WHERE p.region = viewer('region') AND p.status = 'waiting'
          AND waits_for_viewer(p.waiting_person, p.waiting_role, p.waiting_node)
    )
    SELECT k.no FROM mine JOIN cases AS k ON k.no = mine.no
    WHERE (in_state = '' OR k.state = in_state)
      AND (wanted = '' OR strpos(k.no || ' ' || k.cause || ' ' || k.party, wanted) > 0)
      AND (in_field = '' OR k.field = in_field)
      AND (in_node = '' OR k.node = in_node)
      AND (in_region = '' OR k.region = in_region)
      AND k.next_due <= due_until
      AND (k.next_due, k.no) > (after_due, after_no)
    ORDER BY k.next_due, k.no LIMIT rows_max;
END
$$;
REVOKE ALL ON FUNCTION find_my_cases(text, text, text, text, text, date, date, text, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION find_my_cases(text, text, text, text, text, date, date, text, integer) TO zhiheng_app;
