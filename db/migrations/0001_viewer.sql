-- Who is looking. Every policy reads these settings, which the server sets for one transaction at a time; where they
-- are not set, they are empty and nothing is seen.
CREATE FUNCTION viewer(setting text) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
    RETURN coalesce(current_setting('zhiheng.' || setting, true), '');

-- Refuses the transaction with a code of ours when something that must hold does not.
CREATE FUNCTION demand(holds boolean, code text, message text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF holds IS NOT TRUE THEN
        RAISE EXCEPTION USING ERRCODE = 'ZH000', MESSAGE = code, DETAIL = message;
    END IF;
END
$$;

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION USING ERRCODE = 'ZH000', MESSAGE = 'append_only', DETAIL = '已记录的内容只能追加，不能修改或者删除';
END
$$;

REVOKE ALL ON FUNCTION viewer(text), demand(boolean, text, text), refuse_change() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION viewer(text), demand(boolean, text, text) TO zhiheng_app;
