-- What a signature made of a list, if nobody changed it since it was read.
WITH saved AS (
    UPDATE fast_lists SET lock = lock + 1, status = $3, updated_at = $4 WHERE id = $1 AND lock = $2 RETURNING 1
)
SELECT demand(EXISTS (SELECT FROM saved), 'version_conflict', '该清单已被他人处理，请刷新后查看')
