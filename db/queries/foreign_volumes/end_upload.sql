-- The upload has become a volume, or was refused.
DELETE FROM foreign_uploads WHERE id = $1
