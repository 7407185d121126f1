-- The agencies that have signed heads.
SELECT DISTINCT region FROM day_heads ORDER BY region
