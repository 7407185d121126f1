-- What ran last, the newest day first.
SELECT job, day, attempts, started_at, finished_at, outcome, error FROM nightly_runs ORDER BY day DESC, job LIMIT 200
