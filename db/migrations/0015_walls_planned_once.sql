-- A function in the SQL language is parsed and planned anew in every statement that calls it; one in PL/pgSQL keeps its
-- plans for the session. These two stand in the way of every act.
CREATE OR REPLACE FUNCTION may_write(case_number text) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN NOT EXISTS (
        SELECT FROM zhiheng.cases AS c WHERE c.no = case_number AND zhiheng.viewer('person') = ANY (c.barred));
END
$$;

CREATE OR REPLACE FUNCTION finish_drafts(case_number text, act_type text, people text[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = zhiheng, pg_temp AS $$
BEGIN
    DELETE FROM zhiheng.drafts AS d
    WHERE d.case_no = case_number AND d.act = act_type AND d.person = ANY (people) AND d.region = viewer('region');
END
$$;
