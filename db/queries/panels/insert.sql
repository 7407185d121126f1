-- A new meeting.
INSERT INTO panel_meetings (id, version, region, held_at, status, people, body, created_at, updated_at)
VALUES ($1, 1, $2, $3, $4, $5, $6, $7, $7)
