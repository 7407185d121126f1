-- The checking page asks by the code printed beside the square code: the beginning of the paper's own identifier, which
-- was drawn by chance. It learns what stands on the first lines of the paper and nothing of the case.
CREATE FUNCTION check_code_of(id text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN upper(left(id, 12));
CREATE INDEX documents_by_check_code ON documents (check_code_of(id)) WHERE number <> '';

-- The seals are a table of a later migration, which is there before anybody asks.
CREATE FUNCTION check_paper(code text)
    RETURNS TABLE (agency text, title text, number text, made_on date, sealed_on date, withdrawn boolean)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = zhiheng, pg_temp AS $$
BEGIN
    RETURN QUERY
    SELECT paper.facts->'agency'->>'name', paper.title, paper.number,
           (paper.rendered_at AT TIME ZONE 'Asia/Shanghai')::date, (seal.sealed_at AT TIME ZONE 'Asia/Shanghai')::date,
           paper.status = 'struck'
    FROM documents AS paper
    LEFT JOIN sealed_documents AS seal ON seal.document = paper.id
    WHERE check_code_of(paper.id) = code AND paper.number <> '' AND paper.sm3 IS NOT NULL
    ORDER BY paper.made_at, paper.id
    LIMIT 1;
END
$$;
REVOKE ALL ON FUNCTION check_code_of(text), check_paper(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION check_code_of(text), check_paper(text) TO zhiheng_app;
