-- The cases that the viewer's unit holds or its people handle, the clock that runs out next first, from a key on.
SELECT c.no, c.cause, c.party, c.state, c.state_label,
       CASE WHEN c.handlers && c.handler_names THEN shown_names(c.handlers, c.handler_names) ELSE c.handler_names END AS handler_names,
       c.next_clock, c.next_due::text AS next_due,
       c.registered_on, c.updated_at,
       EXISTS (SELECT FROM proposals AS p
               WHERE p.case_no = c.no AND p.status = 'waiting'
                 AND waits_for_viewer(p.waiting_person, p.waiting_role, p.waiting_node)) AS waiting
FROM cases AS c
WHERE c.region = viewer('region')
  AND (c.node = viewer('node')
       OR c.handlers && (SELECT coalesce(array_agg(person), '{}') FROM posts WHERE node = viewer('node')))
  AND ($2 = '' OR strpos(c.no || ' ' || c.cause || ' ' || c.party, $2) > 0)
  AND ($1 = '' OR c.state = $1)
  AND ($6 = '' OR c.field = $6)
  AND ($7 = '' OR c.node = $7)
  AND ($8 = '' OR c.region = $8)
  AND c.next_due <= $9::date
  AND (c.next_due, c.no) > ($3::date, $4)
ORDER BY c.next_due, c.no LIMIT $5
