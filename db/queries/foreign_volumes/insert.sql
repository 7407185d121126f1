-- A volume that was found sound.
INSERT INTO foreign_volumes (id, region, name, size, sm3, key_sm3, case_no, agency, agency_name, made_at, items, added_by,
                             added_by_name, added_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
