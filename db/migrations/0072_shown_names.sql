-- A handler who has signed nothing yet is known to the acts by his identifier alone; lists show his name.
CREATE FUNCTION shown_names(ids text[], names text[]) RETURNS text[]
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = zhiheng, pg_temp AS $$
    SELECT array_agg(CASE WHEN given.name = handler.id THEN coalesce(person.name, given.name) ELSE given.name END
                     ORDER BY handler.place)
    FROM unnest(ids) WITH ORDINALITY AS handler (id, place)
    JOIN unnest(names) WITH ORDINALITY AS given (name, place) USING (place)
    LEFT JOIN people AS person ON person.id = handler.id
$$;
REVOKE ALL ON FUNCTION shown_names(text[], text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION shown_names(text[], text[]) TO zhiheng_app;
