-- One certificate with the authority that issued it and what became of it.
SELECT c.serial, c.name, c.pem, a.pem AS authority_pem, r.at AS revoked_at, r.reason AS revoked_reason
FROM signing_certificates c JOIN signing_authorities a ON a.serial = c.authority
LEFT JOIN signing_revocations r ON r.serial = c.serial WHERE c.serial = $1
