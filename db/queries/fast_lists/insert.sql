-- A new list, put to the leaders at once.
INSERT INTO fast_lists (id, region, title, source, effective_from, effective_to, items, status, drafted_by, drafted_by_name, created_at, updated_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, 'waiting', $8, $9, $10, $10)
