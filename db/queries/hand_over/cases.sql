-- The open cases of the viewer's agency that a person handles, with how many tasks can be done now.
SELECT c.no, c.cause, c.party, c.state_label, c.node, c.next_due::text AS next_due, c.handlers,
       CASE WHEN c.handlers && c.handler_names THEN shown_names(c.handlers, c.handler_names) ELSE c.handler_names END AS handler_names,
       (SELECT count(*) FROM case_tasks AS t WHERE t.case_no = c.no AND t.status IN ('can_start', 'begun')) AS tasks
FROM cases AS c
WHERE c.region = viewer('region') AND c.is_open AND c.handlers @> ARRAY[$1]
ORDER BY c.next_due, c.no LIMIT 2000
