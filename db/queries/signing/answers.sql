-- What was answered before a paper was sealed.
SELECT rule, message, answer, answered_by_name, answered_at FROM sealing_answers WHERE document = $1 ORDER BY id
