-- Links nobody opened in time, of the viewer or of his cases, as long as the paper was not served since in another way.
SELECT s.id, s.case_no, s.region, s.document, s.act_n, s.document_no, s.form, s.title, s.number, s.paper_sm3, s.recipient, s.channel,
       s.account, s.code_channel, s.code_account, s.online_recon_channel, s.facts, s.link_sm3, s.code_sm3, s.code_until,
       s.codes, s.wrong, s.sent_by, s.sent_by_name, s.sent_at, s.expires_at, s.remind_on, s.state, s.carrier, s.opened_at,
       s.device, s.address, s.receipt
FROM electronic_services AS s JOIN cases AS c ON c.no = s.case_no
WHERE s.region = viewer('region') AND s.state IN ('sending', 'sent') AND s.opened_at IS NULL AND s.remind_on <= $1
  AND (s.sent_by = viewer('person') OR viewer('person') = ANY (c.handlers))
  AND NOT EXISTS (
      SELECT FROM acts AS a
      WHERE a.case_no = s.case_no AND a.act = 'serve' AND a.recorded_at >= s.sent_at
        AND a.body::json->'data'->>'outcome' = 'served'
        AND CASE WHEN a.body::json->'data'->>'of' IS NULL THEN a.body::json->'data'->>'document' IN (s.document_no::text, s.form)
                 ELSE a.body::json->'data'->>'of' = s.act_n::text END
        AND NOT EXISTS (SELECT FROM acts AS b WHERE b.case_no = a.case_no AND b.act = 'strike' AND b.body::json->'data'->>'of' = a.n::text))
ORDER BY s.remind_on, s.case_no, s.id LIMIT 500
