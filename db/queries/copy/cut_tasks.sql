-- Removes the tasks of cases before they are written anew.
DELETE FROM case_tasks WHERE case_no = ANY ($1)
