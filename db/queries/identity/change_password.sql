-- A new password.
UPDATE accounts SET password_hash = $2, must_change_password = false, failures = 0, locked_until = NULL WHERE person = $1
