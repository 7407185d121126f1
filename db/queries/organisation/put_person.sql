-- Adds or renames a person.
INSERT INTO people (id, name, position) VALUES ($1, $2, $3)
ON CONFLICT (id) DO UPDATE SET name = excluded.name, position = excluded.position
