-- The new state of a version, if nobody changed it since it was read.
WITH saved AS (
    UPDATE benchmark_versions SET lock = lock + 1, title = $3, items = $4, effective_from = $5, status = $6, round = $7,
        updated_at = $8
    WHERE id = $1 AND lock = $2
    RETURNING 1
)
SELECT demand(EXISTS (SELECT FROM saved), 'version_conflict', '该裁量基准已被他人处理，请刷新后查看')
