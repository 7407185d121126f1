-- A document with a number that is known, or with none.
INSERT INTO documents (id, case_no, act_n, position, document, no, title, slot, facts, made_at, series, number)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
