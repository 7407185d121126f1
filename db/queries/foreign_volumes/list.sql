-- The volumes of other agencies that the viewer's agency, or one below it, has loaded; the latest first.
SELECT id, region, name, size, sm3, key_sm3, case_no, agency, agency_name, made_at, items, added_by, added_by_name, added_at
FROM foreign_volumes ORDER BY added_at DESC, id LIMIT 500
