-- Whether the database of this system exists in the cluster.
SELECT 1 FROM pg_database WHERE datname = 'zhiheng'
