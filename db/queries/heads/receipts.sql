-- Every receipt, as it was signed.
SELECT region, day, head, superior, received_at_signed AS received_at, signature, public_pem FROM head_receipts ORDER BY region, day
