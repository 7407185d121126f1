-- A person names a file.
INSERT INTO evidence_names (evidence, case_no, name, was_proposed, named_by, named_by_name, named_at)
SELECT id, case_no, $2, $3, $4, $5, $6 FROM evidence WHERE id = $1
