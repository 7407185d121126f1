-- Locks an account for a while.
UPDATE accounts SET locked_until = $2 WHERE person = $1
