-- The oldest document that waits to be made and that nobody else is making.
SELECT id, case_no, region, act_n, document, title, number, slot, no, status, sm3, '' AS text_sm3, made_at, facts FROM documents WHERE status = 'queued' ORDER BY made_at, id LIMIT 1 FOR UPDATE SKIP LOCKED
