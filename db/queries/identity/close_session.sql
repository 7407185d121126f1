-- Ends a session.
DELETE FROM sessions WHERE token_sm3 = $1
