-- The report of a draft is as of that day.
UPDATE calendar_versions SET reported_on = $2 WHERE id = $1 AND status = 'draft'
