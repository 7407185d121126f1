-- What was begun and left: an upload that nobody went on with. Only the nightly work sees the uploads of all, and of them only
-- identifier, agency and day; it removes none that has become a file, and none that somebody still works on.
CREATE INDEX uploads_open ON uploads (started_at, id) WHERE evidence IS NULL;

CREATE FUNCTION abandoned_uploads(kind text, begun_before timestamptz)
    RETURNS TABLE (upload text, agency text, begun_at timestamptz)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = zhiheng, pg_temp AS $$
BEGIN
    PERFORM demand(viewer('purpose') = 'nightly', 'not_permitted', '只有夜间作业可以清理');
    IF kind = 'evidence' THEN
        RETURN QUERY SELECT u.id, u.region::text, u.started_at FROM uploads AS u
        WHERE u.evidence IS NULL AND u.started_at < begun_before ORDER BY u.started_at, u.id LIMIT 1000;
    ELSE
        RETURN QUERY SELECT f.id, f.region::text, f.started_at FROM foreign_uploads AS f
        WHERE f.started_at < begun_before ORDER BY f.started_at, f.id LIMIT 1000;
    END IF;
END
$$;

-- Whether it was there to be forgotten: an upload that became a file meanwhile stays.
CREATE FUNCTION forget_upload(kind text, upload text, begun_before timestamptz) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = zhiheng, pg_temp AS $$
BEGIN
    PERFORM demand(viewer('purpose') = 'nightly', 'not_permitted', '只有夜间作业可以清理');
    IF kind = 'evidence' THEN
        DELETE FROM uploads WHERE id = upload AND evidence IS NULL AND started_at < begun_before;
    ELSE
        DELETE FROM foreign_uploads WHERE id = upload AND started_at < begun_before;
    END IF;
    RETURN FOUND;
END
$$;

-- Whether a row still leads to what lies on disk under this identifier.
CREATE FUNCTION is_wanted_on_disk(kind text, upload text) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = zhiheng, pg_temp AS $$
BEGIN
    PERFORM demand(viewer('purpose') = 'nightly', 'not_permitted', '只有夜间作业可以清理');
    IF kind = 'evidence' THEN
        RETURN EXISTS (SELECT FROM uploads WHERE id = upload AND evidence IS NULL);
    END IF;
    RETURN EXISTS (SELECT FROM foreign_uploads WHERE id = upload) OR EXISTS (SELECT FROM foreign_volumes WHERE id = upload);
END
$$;

REVOKE ALL ON FUNCTION abandoned_uploads(text, timestamptz), forget_upload(text, text, timestamptz), is_wanted_on_disk(text, text)
    FROM PUBLIC;
GRANT EXECUTE ON FUNCTION abandoned_uploads(text, timestamptz), forget_upload(text, text, timestamptz), is_wanted_on_disk(text, text)
    TO zhiheng_app;
