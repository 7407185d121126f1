-- The signatures of a paper, oldest first.
SELECT id, document, kind, signer, certificate, statement, signature, signed_at FROM document_signatures
WHERE document = $1 ORDER BY signed_at, id
