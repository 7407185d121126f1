-- Whether there is an agency with this code.
SELECT 1 FROM nodes WHERE region = $1 AND kind NOT IN ('station', 'unit')
