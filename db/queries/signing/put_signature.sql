-- One signature over a sealed paper.
INSERT INTO document_signatures (id, document, case_no, kind, signer, certificate, statement, signature, signed_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
