-- A draft is accepted or withdrawn.
WITH settled AS (
    UPDATE calendar_versions SET status = $2, settled_by = $3, settled_by_name = $4, settled_at = $5
    WHERE id = $1 AND status = 'draft' RETURNING 1
)
SELECT demand(EXISTS (SELECT FROM settled), 'version_settled', '该放假安排已经启用或者撤回')
