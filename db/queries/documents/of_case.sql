-- The documents of a case in the order of the acts they belong to.
SELECT id, case_no, region, act_n, document, title, number, slot, no, status, sm3, made_at FROM documents WHERE case_no = $1 ORDER BY act_n, position
