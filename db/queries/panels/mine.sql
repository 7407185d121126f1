-- The meetings the viewer has a part in, the latest first.
SELECT m.id, m.version, m.region, m.held_at, m.status, m.people, m.body, m.created_at, m.updated_at
FROM panel_meetings AS m WHERE m.region = viewer('region') ORDER BY m.held_at DESC, m.id LIMIT 200
