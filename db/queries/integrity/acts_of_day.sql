-- The hashes of the acts an agency recorded on a day, in order.
SELECT case_no, n, hash FROM acts
WHERE region = $1 AND recorded_at >= $2::date AND recorded_at < $2::date + 1
ORDER BY recorded_at, case_no, n
