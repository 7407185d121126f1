-- Somebody took, saw, copied or handed over a piece of evidence.
INSERT INTO custody_events (evidence, case_no, kind, person, person_name, at, note)
SELECT $1, case_no, $2, $3, $4, $5, $6 FROM evidence WHERE id = $1
