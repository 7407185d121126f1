-- Whoever only runs the system, its security or its audit is no party to any case: he sees nothing of one, whatever
-- the other policies grant his agency. A viewer without roles (the renderer, the signer) is no administrator.
CREATE FUNCTION may_see_cases() RETURNS boolean LANGUAGE sql STABLE
    RETURN viewer('roles') IN ('', '{}')
        OR NOT viewer('roles')::text[] <@ ARRAY['SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDIT_ADMIN'];
REVOKE ALL ON FUNCTION may_see_cases() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION may_see_cases() TO zhiheng_app;

DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['cases', 'acts', 'case_clocks', 'case_tasks', 'proposals', 'evidence', 'custody_events',
                                'documents', 'drafts', 'uploads'] LOOP
        EXECUTE format('CREATE POLICY no_administrators ON %I AS RESTRICTIVE TO zhiheng_app '
                       'USING ((SELECT may_see_cases())) WITH CHECK ((SELECT may_see_cases()))', name);
    END LOOP;
END
$$;
