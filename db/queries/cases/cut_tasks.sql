-- Removes the tasks of a case beyond those there are now.
DELETE FROM case_tasks WHERE case_no = $1 AND position >= $2
