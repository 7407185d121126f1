-- The head of the last signed day before a given one.
SELECT head FROM day_heads WHERE region = $1 AND day < $2 ORDER BY day DESC LIMIT 1
