-- The new state of a meeting, if nobody changed it since it was read.
WITH saved AS (
    UPDATE panel_meetings SET version = version + 1, held_at = $3, status = $4, people = $5, body = $6, updated_at = $7
    WHERE id = $1 AND version = $2
    RETURNING 1
)
SELECT demand(EXISTS (SELECT FROM saved), 'version_conflict', '会议已有变化，请刷新后再办理')
