-- What the superior node signed for.
INSERT INTO head_receipts (region, day, head, superior, received_at, received_at_signed, signature, public_pem) VALUES ($1, $2, $3, $4, $5::text::timestamptz, $5::text, $6, $7)
ON CONFLICT DO NOTHING
