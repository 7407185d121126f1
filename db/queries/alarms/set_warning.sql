-- An agency chooses the warning days of a clock.
INSERT INTO clock_warnings (region, code, warn_before, warn_after, set_by, set_by_name, set_at)
VALUES (viewer('region'), $1, $2, $3, $4, $5, $6)
ON CONFLICT (region, code) DO UPDATE
SET warn_before = excluded.warn_before, warn_after = excluded.warn_after, set_by = excluded.set_by,
    set_by_name = excluded.set_by_name, set_at = excluded.set_at
