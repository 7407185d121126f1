-- One server migrates at a time; the others wait for its transaction to end.
SELECT pg_advisory_xact_lock(20261121)
