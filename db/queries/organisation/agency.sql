-- The viewer's agency.
SELECT region, name, short_name, details FROM nodes
WHERE region = viewer('region') AND kind NOT IN ('station', 'unit')
