-- Acts as they were recorded, to be written again by the bare peer of `bench act`.
SELECT act, recorded_at, body, prev_hash, hash FROM acts WHERE n > 1 ORDER BY case_no, n LIMIT 1000
