-- The decisions of the viewer's agency, made within a period, in the order of days, from a key on.
SELECT case_no, position, region, decided_on, content
FROM past_decisions
WHERE region = viewer('region')
  AND decided_on <= $2
  AND (decided_on, case_no, position) > ($1::date, $3, $4)
ORDER BY decided_on, case_no, position LIMIT $5
