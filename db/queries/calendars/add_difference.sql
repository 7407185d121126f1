-- What stands otherwise in one case. A side on which there is no such clock is kept as the day before all days.
INSERT INTO calendar_differences (version_id, case_no, position, cause, code, title, old_due, new_due, old_provisional, new_provisional, why)
VALUES ($1, $2, $3, $4, $5, $6, coalesce($7::date, '-infinity'), coalesce($8::date, '-infinity'), $9, $10, $11)
