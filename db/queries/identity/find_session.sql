-- A session that is still good and the posts its person holds that day, one row each; after them the powers he holds
-- by a written grant, in the unit of his first post.
SELECT s.person, people.name, accounts.account, accounts.must_change_password, s.expires_at, held.roles, held.node,
       nodes.name AS node_name, held.region AS agency, agency.name AS agency_name,
       past.valid_until AS left_on, past.agency_name AS left_agency
FROM sessions AS s
JOIN accounts ON accounts.person = s.person AND NOT accounts.closed
JOIN people ON people.id = s.person
LEFT JOIN LATERAL (
    SELECT posts.roles, posts.node, posts.region, false AS granted, posts.position
    FROM posts
    WHERE posts.person = s.person AND posts.valid_from <= $3 AND coalesce(posts.valid_until, 'infinity') >= $3
    UNION ALL
    SELECT ARRAY[d.role], own.node, d.region, true, 0
    FROM delegations AS d
    JOIN LATERAL (
        SELECT posts.node FROM posts
        WHERE posts.person = s.person AND posts.region = d.region AND posts.valid_from <= $3
          AND coalesce(posts.valid_until, 'infinity') >= $3
        ORDER BY posts.position, posts.node LIMIT 1) AS own ON true
    WHERE d.person = s.person AND d.role IN ('LEADER', 'CHIEF', 'UNIT_HEAD') AND d.ended_at IS NULL
      AND d.valid_from <= $3 AND d.valid_until >= $3
) AS held ON true
LEFT JOIN LATERAL (
    SELECT posts.valid_until, bureau.name AS agency_name
    FROM posts JOIN nodes AS bureau ON bureau.region = posts.region AND bureau.kind NOT IN ('station', 'unit')
    WHERE held.node IS NULL AND posts.person = s.person AND posts.valid_until < $3
    ORDER BY posts.valid_until DESC LIMIT 1
) AS past ON true
LEFT JOIN nodes ON nodes.id = held.node
LEFT JOIN nodes AS agency ON agency.region = held.region AND agency.kind NOT IN ('station', 'unit')
WHERE s.token_sm3 = $1 AND s.expires_at > $2
ORDER BY held.granted, held.position, held.node
