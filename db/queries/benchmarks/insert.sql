-- A new version, as its first draft.
INSERT INTO benchmark_versions (id, table_id, version, region, title, file_name, file_sm3, lines, items, line_count, effective_from, status, drafted_by, drafted_by_name, lock, round, created_at, updated_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'draft', $12, $13, 1, 1, $14, $14)
