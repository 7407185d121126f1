-- One process prepares the database at a time; the lock goes with the connection.
SELECT pg_advisory_lock(20261120)
