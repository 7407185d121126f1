-- Holds an upload while it becomes a piece of evidence.
SELECT case_no, evidence FROM uploads WHERE id = $1 FOR UPDATE
