-- How many pages a PDF has that was brought in, counted once: the same bytes have the same pages. 0 with a reason is a file that
-- cannot be opened. It says nothing of a case and is found only by who holds the SM3.
CREATE TABLE pdf_pages (
    sm3 text PRIMARY KEY CHECK (sm3 ~ '^[0-9a-f]{64}$'),
    pages integer NOT NULL CHECK (pages >= 0),
    failure text NOT NULL DEFAULT '' CHECK (failure IN ('', 'encrypted', 'bad_pdf')),
    CHECK ((pages = 0) = (failure <> ''))
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON pdf_pages FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON pdf_pages FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE pdf_pages ENABLE ROW LEVEL SECURITY;
CREATE POLICY counted ON pdf_pages FOR SELECT USING (viewer('purpose') = 'pages' OR (SELECT may_see_cases()));
CREATE POLICY counting ON pdf_pages FOR INSERT WITH CHECK (viewer('purpose') = 'pages');
GRANT SELECT, INSERT ON pdf_pages TO zhiheng_app;

-- The digests of PDFs nobody has counted yet, nothing else of them.
CREATE FUNCTION uncounted_pdfs(at_most integer) RETURNS TABLE (digest text)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = zhiheng, pg_temp AS $$
BEGIN
    PERFORM demand(viewer('purpose') = 'pages', 'not_permitted', '只有夜间作业可以清点页数');
    RETURN QUERY SELECT DISTINCT e.sm3 FROM evidence AS e
    WHERE e.type = 'application/pdf' AND NOT EXISTS (SELECT FROM pdf_pages AS p WHERE p.sm3 = e.sm3)
    ORDER BY e.sm3 LIMIT at_most;
END
$$;
REVOKE ALL ON FUNCTION uncounted_pdfs(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION uncounted_pdfs(integer) TO zhiheng_app;
