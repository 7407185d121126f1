-- A post ends by its last day; who enters it is written into the log. Nothing else of a post is ever changed by the desk.
CREATE FUNCTION may_end_posts() RETURNS boolean LANGUAGE sql STABLE
    RETURN CASE WHEN viewer('roles') IN ('', '{}') THEN false
                ELSE viewer('roles')::text[] && ARRAY['SYSTEM_ADMIN', 'LEADER', 'CHIEF'] END;
REVOKE ALL ON FUNCTION may_end_posts() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION may_end_posts() TO zhiheng_app;
CREATE POLICY end_post ON posts FOR UPDATE USING (region = viewer('region') AND (SELECT may_end_posts()))
    WITH CHECK (region = viewer('region') AND person <> viewer('person') AND valid_until IS NOT NULL);
GRANT UPDATE (valid_until) ON posts TO zhiheng_app;

-- The proposals of somebody who hands over go to whoever takes over, who proposes them anew under his own name.
GRANT UPDATE (author, author_name, author_certificate) ON proposals TO zhiheng_app;
