-- The digest of a person's day; the first one stays.
INSERT INTO digests (person, day, region, made_at, content, text) VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (person, day) DO NOTHING
