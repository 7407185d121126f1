-- The warning days the viewer's agency chose.
SELECT code, warn_before, warn_after, set_by, set_by_name, set_at FROM clock_warnings WHERE region = viewer('region') ORDER BY code
