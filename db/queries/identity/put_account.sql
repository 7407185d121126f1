-- Adds an account or sets its password anew.
INSERT INTO accounts (person, account, password_hash, must_change_password) VALUES ($1, $2, $3, $4)
ON CONFLICT (person) DO UPDATE
SET account = excluded.account, password_hash = excluded.password_hash,
    must_change_password = excluded.must_change_password, failures = 0, locked_until = NULL, closed = false
