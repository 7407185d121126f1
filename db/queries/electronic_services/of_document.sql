-- The electronic services of a paper, the newest first.
SELECT s.id, s.case_no, s.region, s.document, s.act_n, s.document_no, s.form, s.title, s.number, s.paper_sm3, s.recipient, s.channel,
       s.account, s.code_channel, s.code_account, s.online_recon_channel, s.facts, s.link_sm3, s.code_sm3, s.code_until,
       s.codes, s.wrong, s.sent_by, s.sent_by_name, s.sent_at, s.expires_at, s.remind_on, s.state, s.carrier, s.opened_at,
       s.device, s.address, s.receipt
FROM electronic_services AS s WHERE s.document = $1 ORDER BY s.sent_at DESC, s.id
