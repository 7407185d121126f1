-- The upload has become this piece of evidence.
UPDATE uploads SET evidence = $2 WHERE id = $1
