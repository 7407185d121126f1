-- One document with the facts it is made of, and the numbered ones that were made with it; of a sealed one the bytes and
-- words that were sealed.
SELECT d.id, d.case_no, d.region, act_n, d.document, title, number, slot, no, status, coalesce(s.pdf_sm3, d.sm3) AS sm3,
       coalesce(s.text_sm3, '') AS text_sm3, made_at, facts,
       (SELECT coalesce(json_agg(json_build_object('n', o.act_n, 'document', o.no, 'number', o.number, 'title', o.title,
                                                   'made_on', to_char(o.made_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD'),
                                                   'slot', o.slot) ORDER BY o.position), '[]'::json)
        FROM documents o WHERE o.case_no = d.case_no AND o.act_n = d.act_n AND o.id <> d.id AND o.number <> '') AS siblings
FROM documents d LEFT JOIN sealed_documents s ON s.document = d.id WHERE d.id = $1
