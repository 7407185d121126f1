-- A new proposal.
INSERT INTO proposals (id, version, case_no, cause, party_name, act, title, body, author, author_name, author_certificate, steps, status, waiting_person, waiting_role, waiting_node, returned_by, returned_reason, recorded_n, created_at, updated_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)
