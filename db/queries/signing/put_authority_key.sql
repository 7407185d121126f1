-- The sealed key of the installation's own authority.
INSERT INTO signing_authority_keys (serial, sealed_pem) VALUES ($1, $2)
