-- 案件自检: a proposal that waits for somebody who has left, or for an office that nobody holds any more. The check looks at
-- every agency and sees no posts; it is told only whether there is somebody.
CREATE FUNCTION somebody_signs(agency text, who text, office text, place text, on_day date) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = zhiheng, pg_temp AS $$
    SELECT CASE WHEN viewer('scope') = 'all' OR agency = viewer('region') THEN
        EXISTS (SELECT FROM posts
                WHERE posts.region = agency AND posts.valid_from <= on_day AND coalesce(posts.valid_until, 'infinity') >= on_day
                  AND (posts.person = who
                       OR who = '' AND office = ANY (posts.roles) AND (place = '' OR place = posts.node)))
        OR EXISTS (SELECT FROM delegations AS d
                   WHERE d.region = agency AND d.role = office AND who = '' AND d.valid_from <= on_day
                     AND least(d.valid_until, (d.ended_at AT TIME ZONE 'Asia/Shanghai')::date) >= on_day)
    END
$$;
REVOKE ALL ON FUNCTION somebody_signs(text, text, text, text, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION somebody_signs(text, text, text, text, date) TO zhiheng_app;
