-- Where a case may lie for this viewer: the units of his agency, and the agencies he supervises.
SELECT id, name, region, kind IN ('station', 'unit') AS is_unit
FROM nodes
WHERE region = viewer('region') AND kind IN ('station', 'unit')
   OR kind = 'district' AND region <> viewer('region') AND (left(region, 4) = viewer('r4') OR left(region, 2) = viewer('r2'))
ORDER BY region, position, id
