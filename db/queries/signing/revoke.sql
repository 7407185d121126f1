-- A certificate is revoked from a moment on.
INSERT INTO signing_revocations (serial, at, reason) VALUES ($1, $2, $3)
