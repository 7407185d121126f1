-- A new draft of the calendar.
INSERT INTO calendar_versions (id, region, years, notice, rests_on, drafted_by, drafted_by_name, drafted_at, reported_on)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
