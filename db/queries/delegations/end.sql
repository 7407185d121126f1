-- A grant ends before its last day.
WITH ended AS (
    UPDATE delegations SET ended_at = $2, ended_by = $3, ended_by_name = $4, end_reason = $5 WHERE id = $1 RETURNING 1
)
SELECT demand(EXISTS (SELECT FROM ended), 'not_found', '没有这项授权')
