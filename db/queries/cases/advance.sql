-- The case after one more act, as long as it stands where its writer read it.
WITH advanced AS (
    UPDATE cases
    SET version = $2, head_hash = $4, updated_at = $5, parties = coalesce($6::json, parties), node = coalesce($7, node),
        as_of = $8,
        cause = $9,
        party = $10,
        state = $11,
        state_label = $12,
        track = $13,
        handlers = $14,
        handler_names = $15,
        barred = $16,
        is_open = $17,
        registered_on = $18,
        filed_on = $19,
        next_due = $20,
        next_clock = $21,
        field = $22
    WHERE no = $1 AND version = $2 - 1 AND head_hash = $3
    RETURNING 1
)
SELECT demand(EXISTS (SELECT FROM advanced), 'not_held', '案件已被他人更新，请查看新的内容后再提交')
