-- The cases in which the viewer is handler or must sign, the clock that runs out next first, from a key on.
-- The inner ORDER BY keeps the walk on the index of the agency, so that the limit ends it early.
SELECT c.no, c.cause, c.party, c.state, c.state_label,
       CASE WHEN c.handlers && c.handler_names THEN shown_names(c.handlers, c.handler_names) ELSE c.handler_names END AS handler_names,
       c.next_clock, c.next_due::text AS next_due,
       c.registered_on, c.updated_at,
       EXISTS (SELECT FROM proposals AS p
               WHERE p.case_no = c.no AND p.status = 'waiting'
                 AND waits_for_viewer(p.waiting_person, p.waiting_role, p.waiting_node)) AS waiting
FROM (SELECT * FROM cases AS k
      WHERE k.region = viewer('region')
        AND ($1 = '' OR k.state = $1)
        AND ($2 = '' OR strpos(k.no || ' ' || k.cause || ' ' || k.party, $2) > 0)
        AND ($6 = '' OR k.field = $6)
        AND ($7 = '' OR k.node = $7)
        AND ($8 = '' OR k.region = $8)
        AND k.next_due <= $9::date
        AND (k.next_due, k.no) > ($3::date, $4)
      ORDER BY k.next_due, k.no) AS c
WHERE c.handlers @> ARRAY[viewer('person')]
   OR c.no IN (SELECT p.case_no FROM proposals AS p
               WHERE p.region = viewer('region') AND p.status = 'waiting'
                 AND waits_for_viewer(p.waiting_person, p.waiting_role, p.waiting_node))
ORDER BY c.next_due, c.no LIMIT $5
