-- The new state of a proposal, if nobody changed it since it was read.
WITH saved AS (
    UPDATE proposals SET version = version + 1,
        cause = $3,
        party_name = $4,
        title = $5,
        body = $6,
        steps = $7,
        status = $8,
        waiting_person = $9,
        waiting_role = $10,
        waiting_node = $11,
        returned_by = $12,
        returned_reason = $13,
        recorded_n = $14,
        updated_at = $15
    WHERE id = $1 AND version = $2
    RETURNING 1
)
SELECT demand(EXISTS (SELECT FROM saved), 'version_conflict', '该报批事项已被他人处理，请刷新后查看')
