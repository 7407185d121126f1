-- One clock of one case that would end on another day.
INSERT INTO calendar_differences (version_id, case_no, position, cause, code, title, old_due, new_due, old_provisional, new_provisional, why)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
