-- A grant is recorded.
INSERT INTO delegations (id, region, principal, principal_name, person, person_name, role, valid_from, valid_until, paper, reason, recorded_by, recorded_by_name, recorded_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
