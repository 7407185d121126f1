-- Notes what happened to an account.
INSERT INTO audit_log (person, region, action, subject) VALUES ($1, '', $2, $1)
