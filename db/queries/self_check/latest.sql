-- What the last check found in the cases of the viewer's agency.
SELECT case_no, kind, detail, since FROM self_check_findings
WHERE region = viewer('region') AND day = (SELECT max(day) FROM self_checks)
ORDER BY since, case_no, kind LIMIT 1000
