-- The first signing key of an agency; one that is there stays.
INSERT INTO agency_keys (region, public_pem, private_pem) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING
