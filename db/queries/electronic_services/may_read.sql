-- Whether the key to the paper still holds.
SELECT id FROM electronic_services
WHERE link_sm3 = $1 AND reading_sm3 = $2 AND reading_sm3 <> '' AND reading_until > $3 AND state = 'sent'
