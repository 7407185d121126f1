-- Tasks of cases, row by row.
COPY case_tasks (case_no, position, id, title, status, act, basis, because, whose, due) FROM STDIN
