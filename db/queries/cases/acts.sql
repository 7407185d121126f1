-- What happened in a case, in order.
SELECT n, act, recorded_at, body, prev_hash, hash FROM acts WHERE case_no = $1 ORDER BY n
