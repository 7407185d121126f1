-- The viewer's digests, the newest first.
SELECT day, made_at, content, text FROM digests WHERE person = viewer('person') ORDER BY day DESC LIMIT 62
