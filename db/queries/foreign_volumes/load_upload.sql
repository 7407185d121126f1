-- An upload of the viewer and the pieces that have come in.
SELECT id, name, size, chunk_size, author, started_at, received, digests FROM foreign_uploads WHERE id = $1
