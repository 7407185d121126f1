-- The documents of a case with what they are made of and the hashes of their PDFs.
SELECT id, document, title, number, act_n, facts, sm3 FROM documents WHERE case_no = $1 ORDER BY act_n, position
