-- A batch of cases with their derived columns.
SELECT c.no, c.region, c.node, c.procedure, c.province, c.parties, c.version, c.as_of, c.cause, c.party, c.state, c.state_label, c.track,
       c.handlers, c.handler_names, c.barred, c.is_open, c.registered_on, c.filed_on, c.field,
       (SELECT count(*)::int FROM proposals AS p WHERE p.case_no = c.no AND p.status = 'waiting') AS proposals_waiting,
       coalesce((SELECT string_agg(DISTINCT p.title, '、') FROM proposals AS p
                 WHERE p.case_no = c.no AND p.status = 'waiting'
                   AND NOT somebody_signs(p.region, p.waiting_person, p.waiting_role, p.waiting_node,
                                          (now() AT TIME ZONE 'Asia/Shanghai')::date)), '') AS waits_for_nobody
FROM cases AS c WHERE c.no = ANY ($1)
