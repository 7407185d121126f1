-- The viewer's digest of one day.
SELECT day, made_at, content, text FROM digests WHERE person = viewer('person') AND day = $1
