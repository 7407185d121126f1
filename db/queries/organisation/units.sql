-- The bureau, its stations and units.
SELECT id, name FROM nodes WHERE region = viewer('region') ORDER BY position, id
