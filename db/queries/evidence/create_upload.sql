-- Begins an upload.
INSERT INTO uploads (id, case_no, name, size, chunk_size, declared_sm3, author, started_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
