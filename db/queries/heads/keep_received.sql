-- A head from below; one that is there stays as it came first.
INSERT INTO received_heads (region, day, acts, prev_head, head, signature, public_pem, received_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
ON CONFLICT DO NOTHING
