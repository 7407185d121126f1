-- An answer to a finding, given with the seal.
INSERT INTO sealing_answers (document, case_no, rule, message, answer, answered_by, answered_by_name, answered_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
