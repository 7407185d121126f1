-- Running clocks of the viewer's own cases that are due up to a day.
SELECT k.case_no, c.cause, k.code, k.title, k.basis, k.status, k.of_act, k.anchor, k.due, k.raw, k.due_instant, k.met_on, k.warn_on, k.provisional
FROM case_clocks AS k JOIN cases AS c ON c.no = k.case_no
WHERE k.region = viewer('region') AND k.status = 'running' AND k.due <= $1 AND c.handlers @> ARRAY[viewer('person')]
ORDER BY k.due, k.case_no, k.position LIMIT 200
