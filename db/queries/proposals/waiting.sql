-- What waits for the viewer by name or by role, oldest first.
SELECT p.id, p.version, p.case_no, p.cause, p.party_name, p.act, p.title, p.body, p.author, p.author_name, p.author_certificate, p.steps, p.status, p.waiting_person, p.waiting_role, p.waiting_node, p.returned_by, p.returned_reason, p.recorded_n, p.created_at, p.updated_at, p.region
FROM proposals AS p
WHERE p.region = viewer('region') AND p.status = 'waiting'
  AND waits_for_viewer(p.waiting_person, p.waiting_role, p.waiting_node)
ORDER BY p.created_at, p.id LIMIT 500
