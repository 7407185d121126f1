-- One more failed sign-in.
UPDATE accounts SET failures = failures + 1 WHERE person = $1 RETURNING failures
