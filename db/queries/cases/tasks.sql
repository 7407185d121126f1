-- The tasks of a case, in their order.
SELECT id, title, status, act, basis, because, whose, due FROM case_tasks WHERE case_no = $1 ORDER BY position
