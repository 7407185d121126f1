-- Every agency, by its region code.
SELECT region FROM nodes WHERE kind NOT IN ('station', 'unit') ORDER BY region
