-- Adds or replaces a node of the tree.
INSERT INTO nodes (id, parent, kind, name, short_name, region, details, position) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
ON CONFLICT (id) DO UPDATE
SET parent = excluded.parent, kind = excluded.kind, name = excluded.name, short_name = excluded.short_name,
    region = excluded.region, details = excluded.details, position = excluded.position
