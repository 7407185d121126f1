-- A phrase is made.
INSERT INTO phrases (id, region, node, title, words, act, field, made_by, made_by_name, made_at, edited_by_name, edited_at)
VALUES ($1, $2, nullif($3, ''), $4, $5, $6, $7, $8, $9, $10, $9, $10)
