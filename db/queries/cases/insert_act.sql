-- Appends an act to the chain of its case.
INSERT INTO acts (case_no, n, act, recorded_at, body, prev_hash, hash) VALUES ($1, $2, $3, $4, $5, $6, $7)
