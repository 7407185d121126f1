-- Whether a row leads to what lies on disk under this identifier.
SELECT is_wanted_on_disk($1, $2) AS wanted
