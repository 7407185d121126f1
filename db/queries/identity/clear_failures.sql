-- A sign-in succeeded.
UPDATE accounts SET failures = 0, locked_until = NULL WHERE person = $1
