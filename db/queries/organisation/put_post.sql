-- A person takes a post; its region is that of the node.
INSERT INTO posts (person, node, roles, valid_from, region, position)
SELECT $1, id, $3, $4, region, $5 FROM nodes WHERE id = $2
