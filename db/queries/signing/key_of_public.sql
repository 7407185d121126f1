-- The key a public key belongs to: an imported certificate must be one of a key that is known.
SELECT id, region, person FROM signing_keys WHERE public_pem = $1
