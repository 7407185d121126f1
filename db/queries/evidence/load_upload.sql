-- An upload of the viewer and the pieces that have come in.
SELECT id, case_no, name, size, chunk_size, declared_sm3, author, started_at, received, evidence
FROM uploads WHERE id = $1
