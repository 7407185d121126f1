-- 0009 for the tables of cases that came since: administrators see nothing of a case, whatever other policies grant.
CREATE POLICY no_administrators ON electronic_services AS RESTRICTIVE TO zhiheng_app
    USING ((SELECT may_see_cases())) WITH CHECK ((SELECT may_see_cases()));
CREATE POLICY no_administrators ON file_readings AS RESTRICTIVE TO zhiheng_app
    USING ((SELECT may_see_cases())) WITH CHECK ((SELECT may_see_cases()));
CREATE POLICY no_administrators ON evidence_names AS RESTRICTIVE TO zhiheng_app
    USING ((SELECT may_see_cases())) WITH CHECK ((SELECT may_see_cases()));
