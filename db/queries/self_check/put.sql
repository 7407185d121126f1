-- What was found on a day; what the check before found too is as old as it was then.
INSERT INTO self_check_findings (day, case_no, kind, detail, since)
SELECT $1, given.case_no, given.kind, given.detail,
       coalesce((SELECT f.since FROM self_check_findings AS f
                 WHERE f.case_no = given.case_no AND f.kind = given.kind AND f.detail = given.detail
                   AND f.day = (SELECT max(day) FROM self_checks WHERE day < $1)), $1)
FROM json_to_recordset($2) AS given (case_no text, kind text, detail text)
ON CONFLICT DO NOTHING
