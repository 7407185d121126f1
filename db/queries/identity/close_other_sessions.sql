-- Ends every session of a person but one.
DELETE FROM sessions WHERE person = $1 AND token_sm3 <> $2
