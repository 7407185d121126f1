-- One document with the facts it is made of.
SELECT id, case_no, region, act_n, document, title, number, slot, no, status, sm3, made_at, facts FROM documents WHERE id = $1
