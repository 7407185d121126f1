-- A document with the next number of its sequence: $12 names the sequence, $13 and $14 stand around the number, $15 is
-- the width it is filled to with zeros.
WITH taken AS (
    INSERT INTO counters (region, name, last) VALUES (left($2, 6), $12, 1)
    ON CONFLICT (region, name) DO UPDATE SET last = counters.last + 1
    RETURNING last
)
INSERT INTO documents (id, case_no, act_n, position, document, no, title, slot, facts, made_at, series, number)
SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11,
       $13::text || lpad(last::text, greatest($15::integer, length(last::text)), '0') || $14::text
FROM taken
