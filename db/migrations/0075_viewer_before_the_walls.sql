-- The planner hands a condition to an index ahead of row-level security only when nothing in it could tell of a row. It takes
-- COALESCE for something that could, so that `region = viewer('region')` read every case of the country; CASE says the same.
CREATE OR REPLACE FUNCTION viewer(setting text) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
    RETURN CASE WHEN current_setting('zhiheng.' || setting, true) IS NULL THEN ''
                ELSE current_setting('zhiheng.' || setting, true) END;
