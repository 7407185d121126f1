-- The checking page tells the day printed on the paper, not the day its sheets were drawn.
CREATE OR REPLACE FUNCTION check_paper(code text)
    RETURNS TABLE (agency text, title text, number text, made_on date, sealed_on date, withdrawn boolean)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = zhiheng, pg_temp AS $$
BEGIN
    RETURN QUERY
    SELECT paper.facts->'agency'->>'name', paper.title, paper.number,
           (paper.made_at AT TIME ZONE 'Asia/Shanghai')::date, (seal.sealed_at AT TIME ZONE 'Asia/Shanghai')::date,
           paper.status = 'struck'
    FROM documents AS paper
    LEFT JOIN sealed_documents AS seal ON seal.document = paper.id
    WHERE check_code_of(paper.id) = code AND paper.number <> '' AND paper.sm3 IS NOT NULL
    ORDER BY paper.made_at, paper.id
    LIMIT 1;
END
$$;
