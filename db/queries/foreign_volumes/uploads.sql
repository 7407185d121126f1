-- What the viewer has begun to load and not finished, the newest first.
SELECT id, name, size, chunk_size, author, started_at, received, digests FROM foreign_uploads ORDER BY started_at DESC, id LIMIT 20
