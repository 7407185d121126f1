-- Notes that a person looked at a case, once a day.
INSERT INTO audit_log (person, region, action, subject)
SELECT viewer('person'), viewer('region'), 'view_case', no FROM cases WHERE no = $1 AND viewer('person') <> ''
ON CONFLICT DO NOTHING
