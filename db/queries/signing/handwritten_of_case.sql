-- The handwritten signatures of all papers of a case.
SELECT id, document, role, name, strokes, sm3, device, taken_by, taken_by_name, taken_at FROM handwritten_signatures
WHERE case_no = $1 ORDER BY taken_at, id
