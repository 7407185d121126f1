-- Time has passed: the derived columns of a case at the version they were computed from.
UPDATE cases
SET as_of = $3,
    cause = $4,
    party = $5,
    state = $6,
    state_label = $7,
    track = $8,
    handlers = $9,
    handler_names = $10,
    barred = $11,
    is_open = $12,
    registered_on = $13,
    filed_on = $14,
    next_due = $15,
    next_clock = $16,
    field = $17
WHERE no = $1 AND version = $2
