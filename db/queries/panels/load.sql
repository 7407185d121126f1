-- One meeting.
SELECT m.id, m.version, m.region, m.held_at, m.status, m.people, m.body, m.created_at, m.updated_at FROM panel_meetings AS m WHERE m.id = $1
