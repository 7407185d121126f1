-- How a job of a day ended; what is finished stays as it is.
INSERT INTO nightly_runs (job, day, started_at, finished_at, outcome, error) VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (job, day) DO UPDATE
SET attempts = nightly_runs.attempts + 1, started_at = excluded.started_at, finished_at = excluded.finished_at,
    outcome = excluded.outcome, error = excluded.error
WHERE nightly_runs.error <> ''
