-- The decisions of a case as they are kept for simulations, row by row; what is no longer there is removed, what is already so is not written again.
WITH given AS (
    SELECT position, decided_on, content
    FROM json_to_recordset($2) AS given (position integer, decided_on date, content json)
), gone AS (
    DELETE FROM past_decisions WHERE case_no = $1 AND position >= (SELECT count(*) FROM given)
)
INSERT INTO past_decisions (case_no, position, decided_on, content)
SELECT $1, position, decided_on, content FROM given
ON CONFLICT (case_no, position) DO UPDATE
SET decided_on = excluded.decided_on, content = excluded.content
WHERE (past_decisions.decided_on, past_decisions.content::text) IS DISTINCT FROM (excluded.decided_on, excluded.content::text)
