-- Acts with their chain, row by row.
COPY acts (case_no, n, act, recorded_at, body, prev_hash, hash) FROM STDIN
