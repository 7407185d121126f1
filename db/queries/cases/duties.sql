-- What falls to the viewer by name or by one of his roles: before anybody is named, to the handlers of the unit that holds the
-- matter. Nobody reviews what he handles (程序规定 第四十九条), and what waits in an inbox waits there.
SELECT t.case_no, c.cause, c.party, t.id, t.title, t.status, t.act, t.basis, t.because, t.whose, t.due
FROM case_tasks AS t JOIN cases AS c ON c.no = t.case_no
WHERE t.region = viewer('region') AND t.whose <> '' AND t.whose = ANY ($1)
  AND NOT viewer('person') = ANY (c.barred)
  AND (t.whose NOT IN ('HANDLER', 'UNIT_HEAD') OR c.node = viewer('node'))
  AND NOT (t.act = 'review' AND c.handlers @> ARRAY[viewer('person')])
  AND NOT EXISTS (SELECT FROM proposals AS p WHERE p.case_no = t.case_no AND p.act = t.act AND p.status = 'waiting')
ORDER BY t.due, t.case_no, t.position LIMIT $2
