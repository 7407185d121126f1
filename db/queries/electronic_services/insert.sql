-- A link on its way to the recipient.
INSERT INTO electronic_services (id, case_no, document, act_n, document_no, form, title, number, paper_sm3, recipient, channel,
                                 account, code_channel, code_account, online_recon_channel, facts, link_sm3, code_sm3,
                                 code_until, sent_by, sent_by_name, sent_at, expires_at, remind_on, request_key, request_sm3,
                                 state)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25,
        $26, 'sending')
