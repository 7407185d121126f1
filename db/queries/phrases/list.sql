-- The phrases of the viewer's unit and of its agency, those in use first; who may change each is asked of the same rule that guards it.
SELECT id, region, coalesce(node, '') AS node, title, words, act, field, lock, made_by, made_by_name, made_at, edited_by_name, edited_at,
       retired_by_name, retired_at, may_keep_phrase(node, made_by) AS may_keep
FROM phrases WHERE region = viewer('region')
ORDER BY retired_at DESC NULLS FIRST, act, field, title, id LIMIT 1000
