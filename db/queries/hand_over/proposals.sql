-- Proposals a person has on their way, or that wait for him by name.
SELECT id, case_no, title, author, author_name, status, waiting_person FROM proposals
WHERE region = viewer('region') AND (status IN ('waiting', 'returned') AND author = $1 OR status = 'waiting' AND waiting_person = $1)
ORDER BY created_at, id LIMIT 2000
