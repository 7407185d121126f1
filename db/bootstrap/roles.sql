-- The four roles of the database. None may bypass row-level security; only the owner owns anything.
DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['zhiheng_owner', 'zhiheng_app', 'zhiheng_public', 'zhiheng_audit'] LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) THEN
            EXECUTE format('CREATE ROLE %I LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE', name);
        END IF;
        IF NOT pg_has_role(current_user, name, 'MEMBER') THEN
            EXECUTE format('GRANT %I TO %I', name, current_user);
        END IF;
    END LOOP;
END
$$;
