-- What the reader found, unless somebody asked anew meanwhile.
UPDATE file_readings SET state = $2, proposal = $3, failure = $4, words = $5, done_at = $6
WHERE evidence = $1 AND state = 'reading'
