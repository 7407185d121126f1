-- The day of the last check, for whoever runs the system.
SELECT max(day) AS day FROM self_checks HAVING max(day) IS NOT NULL
