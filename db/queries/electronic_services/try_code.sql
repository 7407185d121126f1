-- Tries a code. The right one is used up and opens the paper, the first opening is noted for good; a wrong one counts.
-- Tries at the same moment wait for each other here, so that no more than $8 are ever wrong.
UPDATE electronic_services
SET wrong = CASE WHEN code_sm3 = $2 THEN wrong ELSE wrong + 1 END,
    code_sm3 = CASE WHEN code_sm3 = $2 THEN '' ELSE code_sm3 END,
    reading_sm3 = CASE WHEN code_sm3 = $2 THEN $3 ELSE reading_sm3 END,
    reading_until = CASE WHEN code_sm3 = $2 THEN $4::timestamptz ELSE reading_until END,
    opened_at = CASE WHEN code_sm3 = $2 AND opened_at IS NULL THEN $5::timestamptz ELSE opened_at END,
    device = CASE WHEN code_sm3 = $2 AND opened_at IS NULL THEN $6 ELSE device END,
    address = CASE WHEN code_sm3 = $2 AND opened_at IS NULL THEN $7 ELSE address END
WHERE link_sm3 = $1 AND code_sm3 <> '' AND code_until > $5 AND expires_at > $5 AND state = 'sent' AND wrong < $8
RETURNING code_sm3 = '' AS taken
