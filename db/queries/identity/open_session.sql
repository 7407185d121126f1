-- Opens a session.
INSERT INTO sessions (token_sm3, person, opened_at, expires_at) VALUES ($1, $2, $3, $4)
