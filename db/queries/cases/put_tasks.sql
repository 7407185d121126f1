-- The tasks of a case, row by row; what is already so is not written again.
INSERT INTO case_tasks (case_no, position, id, title, status, act, basis, because, whose, due)
SELECT $1, position, id, title, status, act, basis, because, whose, due
FROM json_to_recordset($2) AS given (position integer, id text, title text, status text, act text, basis text, because text, whose text, due date)
ON CONFLICT (case_no, position) DO UPDATE
SET id = excluded.id, title = excluded.title, status = excluded.status, act = excluded.act, basis = excluded.basis, because = excluded.because,
    whose = excluded.whose, due = excluded.due
WHERE (case_tasks.id, case_tasks.title, case_tasks.status, case_tasks.act, case_tasks.basis, case_tasks.because, case_tasks.whose, case_tasks.due)
    IS DISTINCT FROM
      (excluded.id, excluded.title, excluded.status, excluded.act, excluded.basis, excluded.because, excluded.whose, excluded.due)
