-- The handwritten signatures of a paper, oldest first.
SELECT id, document, role, name, strokes, sm3, device, taken_by, taken_by_name, taken_at FROM handwritten_signatures
WHERE document = $1 ORDER BY taken_at, id
