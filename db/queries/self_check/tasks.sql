-- The tasks of a batch of cases, in their order.
SELECT case_no, id, title, status, act, basis, because, whose, due FROM case_tasks WHERE case_no = ANY ($1) ORDER BY case_no, position
