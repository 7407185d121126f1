-- The signatures of all papers of a case with the certificates they rest on.
SELECT s.id, s.document, s.kind, s.signer, s.certificate, s.statement, s.signature, s.signed_at, c.pem,
       a.pem AS authority_pem, r.at AS revoked_at, r.reason AS revoked_reason
FROM document_signatures s JOIN signing_certificates c ON c.serial = s.certificate
JOIN signing_authorities a ON a.serial = c.authority LEFT JOIN signing_revocations r ON r.serial = c.serial
WHERE s.case_no = $1 ORDER BY s.signed_at, s.id
