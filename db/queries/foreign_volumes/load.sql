-- One volume of another agency.
SELECT id, region, name, size, sm3, key_sm3, case_no, agency, agency_name, made_at, items, added_by, added_by_name, added_at
FROM foreign_volumes WHERE id = $1
