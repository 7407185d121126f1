-- Every head that was ever received.
SELECT region, day, acts, prev_head, head, signature, public_pem, received_at FROM received_heads ORDER BY region, day
