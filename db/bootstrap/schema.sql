-- The schema everything lives in, and who may come into this database at all.
CREATE SCHEMA IF NOT EXISTS zhiheng AUTHORIZATION zhiheng_owner;
GRANT USAGE ON SCHEMA zhiheng TO zhiheng_app, zhiheng_public, zhiheng_audit;
CREATE TABLE IF NOT EXISTS zhiheng.migrations (
    name text PRIMARY KEY,
    sm3 text NOT NULL,
    applied_at timestamptz NOT NULL DEFAULT now()
);
ALTER TABLE zhiheng.migrations OWNER TO zhiheng_owner;
DO $$
BEGIN
    EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO zhiheng_owner, zhiheng_app, zhiheng_public, zhiheng_audit',
                   current_database());
END
$$;
