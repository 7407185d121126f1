-- The heads that agencies below the viewer sent, agency by agency in the order in which they came.
SELECT region, day, acts, prev_head, head, signature, public_pem, received_at FROM received_heads WHERE region <> viewer('region') ORDER BY region, received_at, day
