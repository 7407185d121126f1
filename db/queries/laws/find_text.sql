-- The digest of the text that counts for a version of a law.
SELECT sm3 FROM law_texts WHERE code = $1 AND version_date = $2 AND replaced_at IS NULL
