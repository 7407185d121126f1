-- The posts of a person in the viewer's agency.
SELECT posts.node, nodes.name AS node_name, posts.roles, posts.valid_from, posts.valid_until, people.name
FROM posts JOIN nodes ON nodes.id = posts.node JOIN people ON people.id = posts.person
WHERE posts.person = $1 AND posts.region = viewer('region') ORDER BY posts.position, posts.node
