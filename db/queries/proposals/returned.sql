-- What came back to the viewer to be mended.
SELECT p.id, p.version, p.case_no, p.cause, p.party_name, p.act, p.title, p.body, p.author, p.author_name, p.author_certificate, p.steps, p.status, p.waiting_person, p.waiting_role, p.waiting_node, p.returned_by, p.returned_reason, p.recorded_n, p.created_at, p.updated_at, p.region FROM proposals AS p
WHERE p.author = viewer('person') AND p.status = 'returned' ORDER BY p.updated_at, p.id LIMIT 500
