-- The posts a person holds in the viewer's agency end with that day.
UPDATE posts SET valid_until = greatest($2, valid_from)
WHERE person = $1 AND region = viewer('region') AND coalesce(valid_until, 'infinity') > $2
