-- Who holds which post in the viewer's agency on a day, with the certificate and the grants he was ever given, one row
-- per post. A grant that was ended counts to the day it was ended on.
SELECT people.id, people.name, posts.node, posts.roles, certificates.no AS certificate_no,
       certified_since(people.id, certificates.valid_from) AS valid_from, certificates.valid_until, granted.list AS delegations
FROM posts
JOIN people ON people.id = posts.person
LEFT JOIN certificates ON certificates.person = people.id
LEFT JOIN (
    SELECT d.person,
           json_agg(json_build_object('role', d.role, 'from', d.valid_from, 'paper', d.paper, 'until',
                                      least(d.valid_until, (d.ended_at AT TIME ZONE 'Asia/Shanghai')::date))
                    ORDER BY d.valid_from, d.id) AS list
    FROM delegations AS d
    WHERE d.region = viewer('region') AND d.role IN ('LEADER', 'CHIEF', 'UNIT_HEAD')
    GROUP BY d.person
) AS granted ON granted.person = people.id
WHERE posts.region = viewer('region') AND posts.valid_from <= $1 AND coalesce(posts.valid_until, 'infinity') >= $1
ORDER BY people.position, people.id, posts.position
