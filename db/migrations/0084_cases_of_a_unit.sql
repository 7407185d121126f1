-- What a unit holds or its people handle. Said as one condition with OR, neither the index of units nor that of handlers was
-- of use, and all cases of the agency were read. Each half is found by its own index and gives no more than a page. This
-- gives numbers alone, of the viewer's own agency.
CREATE FUNCTION find_unit_cases(wanted text, in_state text, in_field text, in_node text, in_region text, due_until date,
                                after_due date, after_no text, rows_max integer)
    RETURNS TABLE (no text) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = zhiheng, pg_temp SET jit = off AS $$
DECLARE
    colleagues text[] := (SELECT coalesce(array_agg(p.person), '{}') FROM posts AS p
                          WHERE p.node = viewer('node') AND p.region = viewer('region'));
BEGIN
    IF NOT may_see_cases() THEN RETURN; END IF;
    RETURN QUERY
    WITH held AS (
        SELECT k.no, k.next_due FROM cases AS k
        WHERE k.node = viewer('node') AND k.region = viewer('region')
          AND (in_state = '' OR k.state = in_state)
          AND (wanted = '' OR strpos(k.no || ' ' || k.cause || ' ' || k.party, wanted) > 0)
          AND (in_field = '' OR k.field = in_field)
          AND (in_node = '' OR k.node = in_node)
          AND (in_region = '' OR k.region = in_region)
          AND k.next_due <= due_until
          AND (k.next_due, k.no) > (after_due, after_no)
        ORDER BY k.next_due, k.no LIMIT rows_max
    ), handled AS MATERIALIZED (
        SELECT h.no FROM cases AS h WHERE h.handlers && colleagues
    ), beside AS (
        SELECT k.no, k.next_due FROM handled JOIN cases AS k ON k.no = handled.no
        WHERE k.region = viewer('region')
          AND (in_state = '' OR k.state = in_state)
          AND (wanted = '' OR strpos(k.no || ' ' || k.cause || ' ' || k.party, wanted) > 0)
          AND (in_field = '' OR k.field = in_field)
          AND (in_node = '' OR k.node = in_node)
          AND (in_region = '' OR k.region = in_region)
          AND k.next_due <= due_until
          AND (k.next_due, k.no) > (after_due, after_no)
        ORDER BY k.next_due, k.no LIMIT rows_max
    )
    SELECT u.no FROM (SELECT * FROM held UNION SELECT * FROM beside) AS u ORDER BY u.next_due, u.no LIMIT rows_max;
END
$$;
REVOKE ALL ON FUNCTION find_unit_cases(text, text, text, text, text, date, date, text, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION find_unit_cases(text, text, text, text, text, date, date, text, integer) TO zhiheng_app;
