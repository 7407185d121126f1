-- How many signed heads there are, of all agencies.
SELECT count(*)::int AS heads FROM day_heads
