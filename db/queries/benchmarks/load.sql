-- One version with its lines.
SELECT id, table_id, version, region, title, file_name, file_sm3, line_count, effective_from, status, drafted_by, drafted_by_name, lock, round, created_at, updated_at, lines, items FROM benchmark_versions WHERE id = $1
