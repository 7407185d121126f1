-- The files of a case: what they came in as, what was read, what they were named last.
SELECT e.id, e.name AS file_name, r.state, r.proposal, r.failure, n.name, n.was_proposed, n.named_by, n.named_by_name, n.named_at
FROM evidence AS e
LEFT JOIN file_readings AS r ON r.evidence = e.id
LEFT JOIN LATERAL (SELECT * FROM evidence_names AS given WHERE given.evidence = e.id ORDER BY given.id DESC LIMIT 1) AS n ON true
WHERE e.case_no = $1 ORDER BY length(e.no), e.no
