-- Who signed a version, in order.
SELECT n, round, action, person, person_name, role, opinion, content_sm3, at, prev, hash FROM benchmark_signatures
WHERE version_id = $1 ORDER BY n
