-- The signed head of a day.
INSERT INTO day_heads (region, day, acts, prev_head, head, signature, public_pem, signed_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
