-- The migrations this database has been through.
SELECT name, sm3 FROM migrations ORDER BY name
