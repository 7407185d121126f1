-- Meetings of the leaders (负责人集体讨论): agenda, presence, recusals, minutes and views until each case has its act
-- panel_discuss; that act, in the chain of the case, is what counts afterwards.
CREATE TABLE panel_meetings (
    id text PRIMARY KEY,
    version bigint NOT NULL CHECK (version >= 1),
    region text COLLATE "C" NOT NULL CHECK (region ~ '^[0-9]{6}$'),
    held_at timestamptz NOT NULL,
    status text NOT NULL CHECK (status IN ('prepared', 'open', 'closed')),
    people text[] NOT NULL CHECK (cardinality(people) >= 2),
    body json NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL
);
CREATE INDEX panel_meetings_by_day ON panel_meetings (region, held_at DESC);

-- What has been closed is not opened again, and a meeting stays with its agency.
CREATE FUNCTION check_panel_meeting() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = zhiheng AS $$
BEGIN
    PERFORM demand(OLD.status <> 'closed', 'append_only', '会议已经结束，不能再修改');
    PERFORM demand((OLD.id, OLD.region, OLD.created_at) = (NEW.id, NEW.region, NEW.created_at),
                   'append_only', '会议的归属不能修改');
    PERFORM demand(OLD.status = 'prepared' OR NEW.status <> 'prepared', 'append_only', '会议已经开始');
    RETURN NEW;
END
$$;
CREATE TRIGGER closed_is_closed BEFORE UPDATE ON panel_meetings FOR EACH ROW EXECUTE FUNCTION check_panel_meeting();
REVOKE ALL ON FUNCTION check_panel_meeting() FROM PUBLIC;

-- Its members, its recorder and who prepared it, in their own agency; nobody else, not even who supervises it.
ALTER TABLE panel_meetings ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON panel_meetings
    USING (region = viewer('region') AND viewer('person') = ANY (people))
    WITH CHECK (region = viewer('region') AND viewer('person') = ANY (people));
GRANT SELECT, INSERT, UPDATE (version, held_at, status, people, body, updated_at) ON panel_meetings TO zhiheng_app;
