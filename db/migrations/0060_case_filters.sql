-- What lists are filtered by beside the state: the field of law (that of the first violation filed, "food"), and the text of
-- number, cause and party. Agencies are small enough to be walked; cities and provinces need their own order per filter.
ALTER TABLE cases ADD COLUMN field text COLLATE "C" NOT NULL DEFAULT '';
UPDATE cases SET as_of = '1900-01-01' WHERE filed_on IS NOT NULL;  -- projected anew at the next start

CREATE INDEX cases_by_city_state ON cases (r4, state, next_due, no);
CREATE INDEX cases_by_province_state ON cases (r2, state, next_due, no);
CREATE INDEX cases_by_city_field ON cases (r4, field, next_due, no);
CREATE INDEX cases_by_province_field ON cases (r2, field, next_due, no);

-- Every two neighbouring characters of a text: Chinese words mostly have two, which trigrams do not find.
CREATE FUNCTION text_pairs(content text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN ARRAY(SELECT DISTINCT substr(content, place, 2) FROM generate_series(1, length(content) - 1) AS place);

-- What a case is found by: the levels it lies on, its number and the number's last six digits, the pairs of its texts.
CREATE FUNCTION case_words(no text, cause text, party text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN ARRAY['r2:' || left(no, 2), 'r4:' || left(no, 4), no, right(no, 6)] || text_pairs(cause) || text_pairs(party);
CREATE INDEX cases_by_words ON cases USING gin (case_words(no, cause, party));
REVOKE ALL ON FUNCTION text_pairs(text), case_words(text, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION text_pairs(text), case_words(text, text, text) TO zhiheng_app;

-- Row-level security lets no operator look into a row before its policy has, so that the index above would stay unused.
-- This function looks for the viewer within his own city or province and gives numbers alone; whoever joins them to
-- cases passes the wall like everybody. Planned anew each time: how many cases a word is in decides the way.
CREATE FUNCTION find_cases(wanted text, words text[], in_state text, in_field text, in_node text, in_region text,
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
    IF in_state <> '' THEN more := more || format(' AND k.state = %L', in_state); END IF;
    IF in_field <> '' THEN more := more || format(' AND k.field = %L', in_field); END IF;
    IF in_node <> '' THEN more := more || format(' AND k.node = %L', in_node); END IF;
    IF in_region <> '' THEN more := more || format(' AND k.region = %L', in_region); END IF;
    RETURN QUERY EXECUTE format(
        'SELECT k.no FROM cases AS k WHERE %s AND case_words(k.no, k.cause, k.party) @> %L::text[] '
        'AND strpos(k.no || '' '' || k.cause || '' '' || k.party, %L) > 0 '
        'AND k.next_due <= %L AND (k.next_due, k.no) > (%L, %L) %s ORDER BY k.next_due, k.no LIMIT %s',
        level, array_remove(words || within, NULL), wanted, due_until, after_due, after_no, more, rows_max);
END
$$;
REVOKE ALL ON FUNCTION find_cases(text, text[], text, text, text, text, date, date, text, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION find_cases(text, text[], text, text, text, text, date, date, text, integer) TO zhiheng_app;
