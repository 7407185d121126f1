-- Cases of an agency that were written with all their acts.
SELECT case_no FROM acts WHERE region = $1 AND n = 1 ORDER BY case_no LIMIT 200
