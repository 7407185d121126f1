-- The grants of the viewer's agency, the newest first.
SELECT id, region, principal, principal_name, person, person_name, role, valid_from, valid_until, paper, reason, recorded_by, recorded_by_name, recorded_at, ended_at, ended_by_name, end_reason
FROM delegations WHERE region = viewer('region') ORDER BY recorded_at DESC, id LIMIT 500
