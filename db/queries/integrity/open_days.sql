-- The days before a given one on which an agency recorded acts and that have no signed head yet.
SELECT acts.region, acts.recorded_at::date AS day
FROM acts
WHERE acts.recorded_at < $1::date
  AND NOT EXISTS (SELECT FROM day_heads AS h WHERE h.region = acts.region AND h.day = acts.recorded_at::date)
GROUP BY 1, 2 ORDER BY 1, 2
