-- The enforcement certificate of a person.
INSERT INTO certificates (person, no, valid_from, valid_until) VALUES ($1, $2, $3, $4)
ON CONFLICT (person) DO UPDATE
SET no = excluded.no, valid_from = excluded.valid_from, valid_until = excluded.valid_until
