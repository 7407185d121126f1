-- Another copy of this version comes in: the one that counted is kept with the day.
UPDATE law_texts SET replaced_at = $3 WHERE code = $1 AND version_date = $2 AND replaced_at IS NULL
