-- Who holds which post in the viewer's agency on a day, with the certificate, one row per post.
SELECT people.id, people.name, posts.node, posts.roles, certificates.no AS certificate_no,
       certificates.valid_from, certificates.valid_until
FROM posts
JOIN people ON people.id = posts.person
LEFT JOIN certificates ON certificates.person = people.id
WHERE posts.region = viewer('region') AND posts.valid_from <= $1 AND coalesce(posts.valid_until, 'infinity') >= $1
ORDER BY people.position, people.id, posts.position
