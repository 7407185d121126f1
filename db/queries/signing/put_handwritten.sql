-- A signature written by hand on the screen.
INSERT INTO handwritten_signatures
    (id, document, case_no, role, name, strokes, sm3, device, taken_by, taken_by_name, taken_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
