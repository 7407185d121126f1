-- Cases with a clock that counts days from the first changed day on, forwards or back from its anchor, or whose end was
-- only provisional.
SELECT DISTINCT k.case_no FROM case_clocks AS k JOIN cases AS c ON c.no = k.case_no
WHERE (greatest(k.due, k.anchor) >= $1 AND least(k.due, k.anchor) <= $2 OR k.provisional) AND (c.is_open OR NOT $3)
ORDER BY k.case_no
