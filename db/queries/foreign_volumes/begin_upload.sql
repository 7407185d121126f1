-- Begins to load a volume of another agency.
INSERT INTO foreign_uploads (id, region, name, size, chunk_size, author, started_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
