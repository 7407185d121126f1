-- The open cases that were not projected on a day, and the others not since another: time moves what lists show.
SELECT no FROM cases WHERE is_open AND as_of <> $1
UNION ALL
SELECT no FROM cases WHERE NOT is_open AND as_of <= $2
ORDER BY no
