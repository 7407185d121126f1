-- The signed heads of an agency, in order.
SELECT region, day, acts, prev_head, head, signature, public_pem FROM day_heads WHERE region = $1 ORDER BY day
