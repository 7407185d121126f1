-- The texts held, of one law or, without a code, of all: by law, the newest first.
SELECT code, title, version_date, valid_from, valid_to, dated_by, is_excerpt, is_in_points, sm3, head, articles_count
FROM laws_in_force
WHERE $1::text IS NULL OR code = $1
ORDER BY code, valid_from DESC
