-- The numbers that are taken; a case opened later gets the next one.
INSERT INTO counters (region, name, last)
SELECT region, 'case/' || substr(no, 8, 4), max(right(no, 6)::integer) FROM cases GROUP BY 1, 2
ON CONFLICT (region, name) DO UPDATE SET last = greatest(counters.last, excluded.last)
