-- A certificate of a key.
INSERT INTO signing_certificates (serial, key, authority, region, person, name, valid_from, valid_until, pem, issued_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
