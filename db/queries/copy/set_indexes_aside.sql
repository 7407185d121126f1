-- Before very many rows are written: indexes and references that would be kept up row by row are noted and dropped. What
-- an interrupted load noted stays noted.
DO $$
DECLARE
    one record;
BEGIN
    CREATE TABLE IF NOT EXISTS set_aside (place serial PRIMARY KEY, statement text NOT NULL);
    FOR one IN
        SELECT conrelid::regclass AS place, conname AS name, pg_get_constraintdef(oid) AS definition
        FROM pg_constraint
        WHERE conrelid = ANY (ARRAY['cases', 'case_clocks', 'case_tasks', 'past_decisions']::regclass[])
          AND (contype = 'f' OR contype = 'p' AND conrelid <> 'cases'::regclass)
        ORDER BY contype DESC
    LOOP
        INSERT INTO set_aside (statement)
        VALUES (format('ALTER TABLE %s ADD CONSTRAINT %I %s', one.place, one.name, one.definition));
        EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', one.place, one.name);
    END LOOP;
    FOR one IN
        SELECT i.indexrelid::regclass AS name, pg_get_indexdef(i.indexrelid) AS definition
        FROM pg_index AS i
        WHERE i.indrelid = ANY (ARRAY['cases', 'case_clocks', 'case_tasks', 'past_decisions']::regclass[])
          AND NOT i.indisprimary
    LOOP
        INSERT INTO set_aside (statement) VALUES (one.definition);
        EXECUTE format('DROP INDEX %s', one.name);
    END LOOP;
END
$$
