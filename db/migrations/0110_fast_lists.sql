-- 简案快办适用事项清单: what the agency lists for the fast track, entered by its legal unit and in force when two leaders
-- other than the drafter have approved it. What was entered is never changed; another list takes its place from its own day.
CREATE TABLE fast_lists (
    id text PRIMARY KEY,
    region text COLLATE "C" NOT NULL CHECK (region ~ '^[0-9]{6}$'),
    r4 text COLLATE "C" GENERATED ALWAYS AS (left(region, 4)) STORED,
    r2 text COLLATE "C" GENERATED ALWAYS AS (left(region, 2)) STORED,
    title text NOT NULL CHECK (title <> ''),
    source text NOT NULL CHECK (source <> ''),
    effective_from date NOT NULL,
    effective_to date CHECK (effective_to >= effective_from),
    items json NOT NULL,
    status text NOT NULL CHECK (status IN ('waiting', 'approved', 'returned', 'withdrawn')),
    drafted_by text NOT NULL REFERENCES people (id),
    drafted_by_name text NOT NULL,
    lock bigint NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX one_list_a_day ON fast_lists (region, effective_from) WHERE status = 'approved';
CREATE UNIQUE INDEX one_list_waiting ON fast_lists (region) WHERE status = 'waiting';
CREATE INDEX fast_lists_by_region ON fast_lists (region, created_at);

CREATE TABLE fast_list_signatures (
    list_id text NOT NULL REFERENCES fast_lists (id),
    n integer NOT NULL CHECK (n >= 1),
    action text NOT NULL CHECK (action IN ('approve', 'return', 'withdraw')),
    person text NOT NULL REFERENCES people (id),
    person_name text NOT NULL,
    role text NOT NULL,
    opinion text NOT NULL,
    content_sm3 text NOT NULL CHECK (length(content_sm3) = 64),
    at timestamptz NOT NULL,
    PRIMARY KEY (list_id, n)
);
CREATE UNIQUE INDEX fast_list_approved_once_by_each ON fast_list_signatures (list_id, person) WHERE action = 'approve';
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON fast_list_signatures
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON fast_list_signatures
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Nobody approves his own draft, and nobody signs in a capacity he does not act in, whatever the program says.
CREATE FUNCTION check_fast_list_signature() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = zhiheng, pg_temp AS $$
DECLARE list fast_lists%ROWTYPE;
BEGIN
    SELECT * INTO list FROM fast_lists WHERE id = NEW.list_id FOR UPDATE;
    PERFORM demand(list.status = 'waiting', 'append_only', '已经批准、退回或者撤回的清单不能再签署');
    PERFORM demand(NEW.action <> 'approve' OR list.drafted_by <> NEW.person,
        'not_permitted', '起草人不能审批自己起草的清单');
    PERFORM demand(CASE WHEN NEW.action = 'withdraw' THEN NEW.role = 'LEGAL' ELSE NEW.role IN ('LEADER', 'CHIEF') END
                   AND NEW.role = ANY (coalesce(nullif(viewer('roles'), ''), '{}')::text[]),
        'not_permitted', '清单由机关负责人审批，由法规机构撤回');
    RETURN NEW;
END
$$;
CREATE TRIGGER not_by_the_drafter BEFORE INSERT ON fast_list_signatures
    FOR EACH ROW EXECUTE FUNCTION check_fast_list_signature();

CREATE FUNCTION check_fast_list() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = zhiheng, pg_temp AS $$
BEGIN
    PERFORM demand(OLD.status = 'waiting', 'append_only', '已经批准、退回或者撤回的清单不能修改，请另行起草');
    PERFORM demand((OLD.id, OLD.region, OLD.title, OLD.source, OLD.effective_from, OLD.items::text, OLD.drafted_by) =
                   (NEW.id, NEW.region, NEW.title, NEW.source, NEW.effective_from, NEW.items::text, NEW.drafted_by)
                   AND OLD.effective_to IS NOT DISTINCT FROM NEW.effective_to, 'append_only', '审批中的清单不能修改');
    PERFORM demand(NEW.status <> 'approved' OR (
        SELECT count(DISTINCT person) >= 2 AND count(DISTINCT content_sm3) = 1 FROM fast_list_signatures
        WHERE list_id = NEW.id AND action = 'approve'),
        'not_permitted', '清单须经起草人以外的两人审批');
    PERFORM demand(NEW.status NOT IN ('returned', 'withdrawn') OR EXISTS (
        SELECT FROM fast_list_signatures WHERE list_id = NEW.id
        AND action = CASE NEW.status WHEN 'returned' THEN 'return' ELSE 'withdraw' END),
        'not_permitted', '退回、撤回清单应当签署');
    RETURN NEW;
END
$$;
CREATE TRIGGER in_force_is_never_edited BEFORE UPDATE ON fast_lists FOR EACH ROW EXECUTE FUNCTION check_fast_list();
CREATE TRIGGER never_removed BEFORE DELETE ON fast_lists FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON fast_lists FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
REVOKE ALL ON FUNCTION check_fast_list_signature(), check_fast_list() FROM PUBLIC;

-- As with the benchmark tables (0030): the legal unit drafts, the leaders approve, whoever sees cases reads; what is in
-- force is public.
ALTER TABLE fast_lists ENABLE ROW LEVEL SECURITY;
ALTER TABLE fast_list_signatures ENABLE ROW LEVEL SECURITY;
CREATE POLICY in_force_is_public ON fast_lists FOR SELECT USING (status = 'approved');
CREATE POLICY levels ON fast_lists FOR SELECT USING (
    (region = viewer('region') OR r4 = viewer('r4') OR r2 = viewer('r2')) AND (SELECT may_see_cases()));
CREATE POLICY own_insert ON fast_lists FOR INSERT WITH CHECK (
    region = viewer('region') AND drafted_by = viewer('person') AND status = 'waiting' AND
    (SELECT may_keep_benchmarks()) AND
    'LEGAL' = ANY (coalesce(nullif(viewer('roles'), ''), '{}')::text[]));
CREATE POLICY own_update ON fast_lists FOR UPDATE USING (
    region = viewer('region') AND (SELECT may_keep_benchmarks()));
CREATE POLICY with_the_list ON fast_list_signatures FOR SELECT USING (
    EXISTS (SELECT FROM fast_lists WHERE fast_lists.id = list_id));
CREATE POLICY own_insert ON fast_list_signatures FOR INSERT WITH CHECK (
    person = viewer('person') AND (SELECT may_keep_benchmarks()) AND
    EXISTS (SELECT FROM fast_lists WHERE fast_lists.id = list_id AND region = viewer('region')));

GRANT SELECT, INSERT ON fast_lists TO zhiheng_app;
GRANT UPDATE (status, lock, updated_at) ON fast_lists TO zhiheng_app;
GRANT SELECT, INSERT ON fast_list_signatures TO zhiheng_app;
