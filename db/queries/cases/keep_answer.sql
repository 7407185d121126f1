-- Keeps the answer to a request; a key that was used before refuses the whole transaction as repeated.
WITH kept AS (
    INSERT INTO answers (person, key, digest, outcome) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING RETURNING 1
)
SELECT demand(EXISTS (SELECT FROM kept), 'repeated', '该请求已经处理过')
