-- What became of a message.
UPDATE electronic_services SET state = $2, carrier = $3 WHERE id = $1 AND state = 'sending'
