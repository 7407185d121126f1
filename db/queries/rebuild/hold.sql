-- One rebuild at a time; the lock falls with the connection.
SELECT pg_try_advisory_lock(20261122) AS taken
