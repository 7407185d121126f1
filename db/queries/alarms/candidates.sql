-- Clocks of open cases of the viewer's agency that have run out unmet or are due up to a day. Two walks on two partial
-- indexes, each ended by the limit.
WITH late AS (
    SELECT * FROM case_clocks
    WHERE region = viewer('region') AND status = 'missed' AND met_on IS NULL ORDER BY due, case_no LIMIT $2
), soon AS (
    SELECT * FROM case_clocks
    WHERE region = viewer('region') AND status = 'running' AND due <= $1 ORDER BY due, case_no LIMIT $2
)
SELECT k.case_no, c.cause, c.party, c.node, c.handlers,
       CASE WHEN c.handlers && c.handler_names THEN shown_names(c.handlers, c.handler_names) ELSE c.handler_names END AS handler_names,
       k.code, k.title, k.basis, k.status, k.of_act,
       k.anchor, k.due, k.raw, k.due_instant, k.met_on, k.warn_on, k.provisional,
       ARRAY(SELECT t.act FROM case_tasks AS t
             WHERE t.case_no = k.case_no AND t.status IN ('due', 'open') ORDER BY t.position) AS open_acts
FROM (SELECT * FROM late UNION ALL SELECT * FROM soon) AS k
JOIN cases AS c ON c.no = k.case_no
WHERE c.is_open
ORDER BY k.due, k.case_no, k.position
