-- Every version of the calendar, the oldest first.
SELECT id, region, years, notice, rests_on, status, drafted_by, drafted_by_name, drafted_at, reported_on, settled_by_name, settled_at FROM calendar_versions ORDER BY drafted_at, id
