-- A link sent anew makes the earlier ones to the same paper void; what was opened stays opened.
UPDATE electronic_services SET state = 'void', code_sm3 = '', reading_sm3 = ''
WHERE document = $1 AND id <> $2 AND state IN ('sending', 'sent')
