-- Notes that a person looked at a volume of another agency, or at one thing in it, once a day.
INSERT INTO audit_log (person, region, action, subject)
SELECT viewer('person'), viewer('region'), 'view_foreign_volume', $2 FROM foreign_volumes
WHERE id = $1 AND viewer('person') <> ''
ON CONFLICT DO NOTHING
