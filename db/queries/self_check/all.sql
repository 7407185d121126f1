-- The next cases, open or not.
SELECT no FROM cases WHERE no > $1 AND $3::date IS NOT NULL ORDER BY no LIMIT $2
