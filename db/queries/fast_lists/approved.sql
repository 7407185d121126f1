-- Every approved list of every agency: what filings are held against.
SELECT id, region, title, source, effective_from, effective_to, items, status, drafted_by, drafted_by_name, lock, created_at, updated_at FROM fast_lists WHERE status = 'approved' ORDER BY region, effective_from
