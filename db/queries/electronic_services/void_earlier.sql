-- A link sent anew makes the earlier ones to the same paper void; what was opened stays opened. Of two sent at once the
-- later one holds, whichever is settled first.
UPDATE electronic_services AS s SET state = 'void', code_sm3 = '', reading_sm3 = ''
FROM electronic_services AS later
WHERE s.document = $1 AND later.document = $1 AND later.state = 'sent'
  AND s.id <> later.id AND s.state IN ('sending', 'sent') AND (s.sent_at, s.id) < (later.sent_at, later.id)
