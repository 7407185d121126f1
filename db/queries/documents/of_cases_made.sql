-- The made documents of a case and the hashes of their PDFs.
SELECT id, title, number, act_n, sm3 FROM documents WHERE case_no = $1 AND sm3 IS NOT NULL ORDER BY act_n, position
