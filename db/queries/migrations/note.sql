-- Notes that a migration was applied.
INSERT INTO migrations (name, sm3) VALUES ($1, $2)
