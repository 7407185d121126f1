-- Uploads of a kind that were begun before an instant and never finished.
SELECT upload, agency, begun_at FROM abandoned_uploads($1, $2)
