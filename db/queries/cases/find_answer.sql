-- The answer this person got to the request with this key.
SELECT digest, outcome FROM answers WHERE person = $1 AND key = $2
