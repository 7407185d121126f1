-- One grant.
SELECT id, region, principal, principal_name, person, person_name, role, valid_from, valid_until, paper, reason, recorded_by, recorded_by_name, recorded_at, ended_at, ended_by_name, end_reason
FROM delegations WHERE id = $1
