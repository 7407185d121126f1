-- The cases that the viewer's unit holds or its people handle, the clock that runs out next first, from a key on.
SELECT c.no, c.cause, c.party, c.state, c.state_label,
       CASE WHEN c.handlers && c.handler_names THEN shown_names(c.handlers, c.handler_names) ELSE c.handler_names END AS handler_names,
       c.next_clock, c.next_due::text AS next_due,
       c.registered_on, c.updated_at,
       EXISTS (SELECT FROM proposals AS p
               WHERE p.case_no = c.no AND p.status = 'waiting'
                 AND waits_for_viewer(p.waiting_person, p.waiting_role, p.waiting_node)) AS waiting
FROM find_unit_cases($2, $1, $6, $7, $8, $9::date, $3::date, $4, $5) AS found
JOIN cases AS c ON c.no = found.no
ORDER BY c.next_due, c.no LIMIT $5
