-- The next number of a gap-free sequence of an agency.
INSERT INTO counters (region, name, last) VALUES ($1, $2, 1)
ON CONFLICT (region, name) DO UPDATE SET last = counters.last + 1
RETURNING last
