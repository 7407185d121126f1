-- Whether nobody has been entered yet.
SELECT NOT EXISTS (SELECT FROM nodes) AS is_empty
