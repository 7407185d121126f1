-- The oldest document that waits to be made and that nobody else is making, with the numbered ones that were made with it.
SELECT id, case_no, region, act_n, document, title, number, slot, no, status, sm3, '' AS text_sm3, made_at, facts,
       (SELECT coalesce(json_agg(json_build_object('n', o.act_n, 'document', o.no, 'number', o.number, 'title', o.title,
                                                   'made_on', to_char(o.made_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD'),
                                                   'slot', o.slot) ORDER BY o.position), '[]'::json)
        FROM documents o WHERE o.case_no = d.case_no AND o.act_n = d.act_n AND o.id <> d.id AND o.number <> '') AS siblings
FROM documents d WHERE status = 'queued' ORDER BY made_at, id LIMIT 1 FOR UPDATE OF d SKIP LOCKED
