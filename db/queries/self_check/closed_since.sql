-- The next cases closed, or written in after closing, since a day.
SELECT no FROM cases WHERE NOT is_open AND updated_at >= $3::date AND no > $1 ORDER BY no LIMIT $2
