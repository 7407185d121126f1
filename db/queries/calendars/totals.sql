-- How much a version changes in all.
SELECT count(*) FILTER (WHERE code <> 'STATE') AS clocks, count(DISTINCT case_no) AS cases FROM calendar_differences WHERE version_id = $1
