-- The heads of the viewer's own agency in a span of days, with what its superior said of them.
SELECT h.region, h.day, h.acts, h.prev_head, h.head, h.signature, h.public_pem, superior_region(h.region) AS superior,
       r.received_at, r.head AS receipt_head, r.signature AS receipt_signature, r.public_pem AS superior_pem,
       coalesce(t.attempts, 0) AS attempts, coalesce(t.error, '') AS error
FROM day_heads AS h
LEFT JOIN head_receipts AS r ON r.region = h.region AND r.day = h.day
LEFT JOIN head_attempts AS t ON t.region = h.region AND t.day = h.day
WHERE h.region = viewer('region') AND h.day BETWEEN $1 AND $2
ORDER BY h.day
