-- Every head an agency sent, in the order in which they came.
SELECT region, day, acts, prev_head, head, signature, public_pem, received_at FROM received_heads WHERE region = $1 ORDER BY received_at, day
