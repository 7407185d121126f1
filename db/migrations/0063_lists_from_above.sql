-- The lists of cities and provinces all go this way now, with a text or without: the policies' settings hide from the planner
-- how many cases a level has, so that it sorted a whole province for one page. With its own level written out, the
-- index of that level and filter gives the order, and the page's end ends the walk.
CREATE OR REPLACE FUNCTION find_cases(wanted text, words text[], in_state text, in_field text, in_node text, in_region text,
                                      due_until date, after_due date, after_no text, rows_max integer)
    RETURNS TABLE (no text) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = zhiheng, pg_temp AS $$
DECLARE
    level text := CASE WHEN viewer('r2') <> '' THEN format('k.r2 = %L', viewer('r2'))
                       WHEN viewer('r4') <> '' THEN format('k.r4 = %L', viewer('r4'))
                       ELSE format('k.region = %L', viewer('region')) END;
    within text := CASE WHEN viewer('r2') <> '' THEN 'r2:' || viewer('r2')
                        WHEN viewer('r4') <> '' THEN 'r4:' || viewer('r4') END;
    more text := '';
BEGIN
    IF NOT may_see_cases() THEN RETURN; END IF;
    IF wanted <> '' THEN
        more := format(' AND case_words(k.no, k.cause, k.party) @> %L::text[] '
                       'AND strpos(k.no || '' '' || k.cause || '' '' || k.party, %L) > 0',
                       array_remove(words || within, NULL), wanted);
    END IF;
    IF in_state <> '' THEN more := more || format(' AND k.state = %L', in_state); END IF;
    IF in_field <> '' THEN more := more || format(' AND k.field = %L', in_field); END IF;
    IF in_node <> '' THEN more := more || format(' AND k.node = %L', in_node); END IF;
    IF in_region <> '' THEN more := more || format(' AND k.region = %L', in_region); END IF;
    IF due_until <> 'infinity' THEN more := more || format(' AND k.next_due <= %L', due_until); END IF;
    IF after_no <> '' OR after_due <> '-infinity' THEN
        more := more || format(' AND (k.next_due, k.no) > (%L, %L)', after_due, after_no);
    END IF;
    RETURN QUERY EXECUTE format('SELECT k.no FROM cases AS k WHERE %s%s ORDER BY k.next_due, k.no LIMIT %s',
                                level, more, rows_max);
END
$$;

-- A field of law and a state asked for together.
CREATE INDEX cases_by_city_field_state ON cases (r4, field, state, next_due, no);
CREATE INDEX cases_by_province_field_state ON cases (r2, field, state, next_due, no);
