-- The keys with which an agency ($2 null) or an officer may sign at a moment, the certificate that lasts longest first.
SELECT k.id, k.holder, k.user_id, k.public_pem, k.sealed_pem, c.serial, c.name, c.pem, a.pem AS authority_pem
FROM signing_keys k JOIN signing_certificates c ON c.key = k.id JOIN signing_authorities a ON a.serial = c.authority
LEFT JOIN signing_revocations r ON r.serial = c.serial
WHERE k.region = $1 AND k.person IS NOT DISTINCT FROM $2 AND c.valid_from <= $3 AND c.valid_until >= $3
  AND (r.at IS NULL OR r.at > $3)
ORDER BY c.valid_until DESC, c.serial LIMIT 1
