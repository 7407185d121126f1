-- All certificates with what became of them.
SELECT c.serial, c.region, c.person, c.name, c.valid_from, c.valid_until, c.pem, c.authority, r.at AS revoked_at,
       r.reason AS revoked_reason
FROM signing_certificates c LEFT JOIN signing_revocations r USING (serial) ORDER BY c.issued_at, c.serial
