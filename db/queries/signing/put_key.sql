-- A key of an agency, or of an officer.
INSERT INTO signing_keys (id, region, person, holder, user_id, public_pem, sealed_pem, made_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
