-- The versions a viewer may see, without their lines, the newest first.
SELECT id, table_id, version, region, title, file_name, file_sm3, line_count, effective_from, status, drafted_by, drafted_by_name, lock, round, created_at, updated_at FROM benchmark_versions ORDER BY created_at DESC, id LIMIT 500
