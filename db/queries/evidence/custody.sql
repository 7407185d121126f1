-- Who had a piece of evidence, in order.
SELECT evidence, kind, person, person_name, at, note FROM custody_events WHERE evidence = $1 ORDER BY id
