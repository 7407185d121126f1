-- The last number of each agency and year.
SELECT region, substr(no, 8, 4)::integer AS year, max(right(no, 6)::integer) AS last FROM cases GROUP BY 1, 2
