-- The day was checked, whatever was found.
INSERT INTO self_checks (day) VALUES ($1) ON CONFLICT DO NOTHING
