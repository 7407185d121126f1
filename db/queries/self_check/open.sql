-- The next open cases of every agency.
SELECT no FROM cases WHERE is_open AND no > $1 AND $3::date IS NOT NULL ORDER BY no LIMIT $2
