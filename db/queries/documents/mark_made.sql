-- The PDF of a document is in the blob folder; one that is made keeps what it has.
UPDATE documents SET status = 'made', sm3 = $2, rendered_at = now() WHERE id = $1 AND status = 'queued'
