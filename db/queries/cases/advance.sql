-- The case after one more act.
UPDATE cases
SET version = $2, head_hash = $3, updated_at = $4, parties = coalesce($5::json, parties), node = coalesce($6, node),
    as_of = $7,
    cause = $8,
    party = $9,
    state = $10,
    state_label = $11,
    track = $12,
    handlers = $13,
    handler_names = $14,
    barred = $15,
    is_open = $16,
    registered_on = $17,
    filed_on = $18,
    next_due = $19,
    next_clock = $20
WHERE no = $1
