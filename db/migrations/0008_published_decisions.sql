-- What the public may see: decisions that an act of publication made public, without personal data. The name of a
-- natural person is left out (市场监督管理行政处罚信息公示规定 第六条).
CREATE VIEW published_decisions WITH (security_barrier) AS
SELECT cases.no, agency.name AS agency, cases.cause,
       CASE WHEN cases.parties -> 0 ->> 'kind' = 'person' THEN '自然人' ELSE cases.party END AS party,
       acts.recorded_at::date AS published_on
FROM acts
JOIN cases ON cases.no = acts.case_no
JOIN nodes AS agency ON agency.region = cases.region AND agency.kind NOT IN ('station', 'unit')
WHERE acts.act = 'publish';
GRANT SELECT ON published_decisions TO zhiheng_public;
