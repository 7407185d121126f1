-- A new case, with what its first act makes of it.
INSERT INTO cases (no, node, procedure, province, parties, version, head_hash, created_at, updated_at,
                   as_of, cause, party, state, state_label, track, handlers, handler_names, barred, is_open, registered_on, filed_on, next_due, next_clock, field)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8,
        $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23)
