-- The report of a draft is about to be written anew.
DELETE FROM calendar_differences WHERE version_id = $1
