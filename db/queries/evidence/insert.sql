-- A piece of evidence with the next number of its case.
WITH taken AS (
    INSERT INTO counters (region, name, last) VALUES (left($2, 6), 'evidence/' || $2, 1)
    ON CONFLICT (region, name) DO UPDATE SET last = counters.last + 1
    RETURNING last
)
INSERT INTO evidence (id, case_no, no, name, type, size, sm3, added_by, added_by_name, added_at)
SELECT $1, $2, $2 || '-ZJ' || lpad(last::text, greatest(4, length(last::text)), '0'), $3, $4, $5, $6, $7, $8, $9 FROM taken
RETURNING no
