-- The checking page asks by the code printed beside the square code: the beginning of the paper's own identifier, which
-- was drawn by chance. It learns what stands on the first lines of the paper and nothing of the case.
CREATE FUNCTION check_code_of(id text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN upper(left(id, 12));
CREATE INDEX documents_by_check_code ON documents (check_code_of(id)) WHERE number <> '';

CREATE FUNCTION check_paper(code text)
    RETURNS TABLE (agency text, title text, number text, made_on date, withdrawn boolean)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = zhiheng, pg_temp AS $$
    SELECT facts->'agency'->>'name', title, number, (rendered_at AT TIME ZONE 'Asia/Shanghai')::date, status = 'struck'
    FROM documents
    WHERE check_code_of(id) = code AND number <> '' AND sm3 IS NOT NULL
    ORDER BY made_at, id
    LIMIT 1
$$;
REVOKE ALL ON FUNCTION check_code_of(text), check_paper(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION check_code_of(text), check_paper(text) TO zhiheng_app;
