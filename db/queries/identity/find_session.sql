-- A session that is still good and the posts its person holds that day, one row each.
SELECT s.person, people.name, accounts.account, accounts.must_change_password, s.expires_at, posts.roles, posts.node,
       nodes.name AS node_name, posts.region AS agency, agency.name AS agency_name
FROM sessions AS s
JOIN accounts ON accounts.person = s.person AND NOT accounts.closed
JOIN people ON people.id = s.person
LEFT JOIN posts ON posts.person = s.person AND posts.valid_from <= $3 AND coalesce(posts.valid_until, 'infinity') >= $3
LEFT JOIN nodes ON nodes.id = posts.node
LEFT JOIN nodes AS agency ON agency.region = posts.region AND agency.kind NOT IN ('station', 'unit')
WHERE s.token_sm3 = $1 AND s.expires_at > $2
ORDER BY posts.position, posts.node
