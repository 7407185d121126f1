-- Another code in place of the last one.
UPDATE electronic_services SET code_sm3 = $2, code_until = $3, codes = codes + 1
WHERE link_sm3 = $1 AND codes < $4 AND state = 'sent'
