-- The lists of the viewer's agency, the newest first.
SELECT id, region, title, source, effective_from, effective_to, items, status, drafted_by, drafted_by_name, lock, created_at, updated_at FROM fast_lists WHERE region = viewer('region') ORDER BY created_at DESC, id LIMIT 500
