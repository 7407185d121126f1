-- A head that could not be delivered, and why; it is tried again.
INSERT INTO head_attempts (region, day, attempts, error, at) VALUES ($1, $2, 1, $3, $4)
ON CONFLICT (region, day) DO UPDATE SET attempts = head_attempts.attempts + 1, error = excluded.error, at = excluded.at
