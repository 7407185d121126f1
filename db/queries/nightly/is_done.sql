-- Whether a job of a day has been finished.
SELECT EXISTS (SELECT FROM nightly_runs WHERE job = $1 AND day = $2 AND finished_at IS NOT NULL AND error = '') AS done
