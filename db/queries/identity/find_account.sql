-- The account of a name typed at sign-in.
SELECT person, account, password_hash, must_change_password, failures, locked_until
FROM accounts WHERE account = $1 AND NOT closed
