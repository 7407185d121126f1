-- What a version changes in the cases the viewer may see.
SELECT case_no, position, cause, code, title, nullif(old_due, '-infinity') AS old_due, nullif(new_due, '-infinity') AS new_due, old_provisional, new_provisional, why
FROM calendar_differences WHERE version_id = $1 ORDER BY case_no, position LIMIT 2000
