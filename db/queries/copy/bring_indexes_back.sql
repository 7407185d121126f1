-- Makes again what was set aside, the indexes first.
DO $$
DECLARE
    one record;
BEGIN
    PERFORM set_config('maintenance_work_mem', '1GB', true);
    FOR one IN SELECT statement FROM set_aside ORDER BY statement LIKE 'ALTER %FOREIGN KEY%', place LOOP
        EXECUTE one.statement;
    END LOOP;
    DROP TABLE set_aside;
END
$$
