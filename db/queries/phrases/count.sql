-- How many phrases a unit, or the agency, has in use.
SELECT count(*) AS rows FROM phrases
WHERE region = viewer('region') AND coalesce(node, '') = $1 AND retired_at IS NULL
