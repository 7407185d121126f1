-- A phrase is edited, or retired: what stood there when it was read is what is changed.
WITH saved AS (
    UPDATE phrases SET title = $3, words = $4, act = $5, field = $6, lock = $2 + 1, edited_by_name = $7, edited_at = $8,
                       retired_by_name = $9, retired_at = $10
    WHERE id = $1 RETURNING 1
)
SELECT demand(EXISTS (SELECT FROM saved), 'not_permitted', '常用语由写它的人或者本单位负责人修改，全局的由法制机构和局领导修改')
