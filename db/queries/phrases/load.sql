-- One phrase.
SELECT id, region, coalesce(node, '') AS node, title, words, act, field, lock, made_by, made_by_name, made_at, edited_by_name, edited_at,
       retired_by_name, retired_at, may_keep_phrase(node, made_by) AS may_keep
FROM phrases WHERE id = $1
