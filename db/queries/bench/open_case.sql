-- A case like one that is there, under another number.
INSERT INTO cases (no, node, procedure, province, parties, version, head_hash, created_at, updated_at, as_of, cause, party, state, state_label, track, handlers, handler_names, barred, is_open, registered_on, filed_on, next_due, next_clock, field)
SELECT $1, node, procedure, province, parties, 0, head_hash, created_at, updated_at, as_of, cause, party, state, state_label, track, handlers, handler_names, barred, is_open, registered_on, filed_on, next_due, next_clock, field
FROM (SELECT * FROM cases ORDER BY no LIMIT 1) AS model
