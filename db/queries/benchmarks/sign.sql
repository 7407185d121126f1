-- One more signature on a version.
INSERT INTO benchmark_signatures (version_id, n, round, action, person, person_name, role, opinion, content_sm3, at, prev, hash)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
