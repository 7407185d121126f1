-- The numbers of all cases the viewer may see.
SELECT no FROM cases ORDER BY no
