-- Benchmark tables (裁量基准). Each version of a table is a draft until two persons other than the drafter have
-- approved it; what is approved is never changed, a later version takes its place from its own day.
CREATE TABLE benchmark_versions (
    id text PRIMARY KEY,
    table_id text NOT NULL,
    version integer NOT NULL CHECK (version >= 1),
    region text COLLATE "C" NOT NULL CHECK (region ~ '^[0-9]{6}$'),
    r4 text COLLATE "C" GENERATED ALWAYS AS (left(region, 4)) STORED,
    r2 text COLLATE "C" GENERATED ALWAYS AS (left(region, 2)) STORED,
    title text NOT NULL CHECK (title <> ''),
    file_name text NOT NULL,
    file_sm3 text NOT NULL CHECK (length(file_sm3) = 64),
    lines json NOT NULL,
    items json NOT NULL,
    line_count integer NOT NULL CHECK (line_count >= 1),
    effective_from date NOT NULL,
    status text NOT NULL CHECK (status IN ('draft', 'waiting', 'approved', 'withdrawn')),
    drafted_by text NOT NULL REFERENCES people (id),
    drafted_by_name text NOT NULL,
    lock bigint NOT NULL,
    round integer NOT NULL DEFAULT 1 CHECK (round >= 1),
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    UNIQUE (table_id, version)
);
CREATE UNIQUE INDEX one_open_version ON benchmark_versions (table_id) WHERE status IN ('draft', 'waiting');
CREATE INDEX benchmark_versions_by_region ON benchmark_versions (region, created_at);

-- Who submitted, approved, returned or withdrew, over which content: a chain of its own for each version.
CREATE TABLE benchmark_signatures (
    version_id text NOT NULL REFERENCES benchmark_versions (id),
    n integer NOT NULL CHECK (n >= 1),
    round integer NOT NULL,
    action text NOT NULL CHECK (action IN ('submit', 'approve', 'return', 'withdraw')),
    person text NOT NULL REFERENCES people (id),
    person_name text NOT NULL,
    role text NOT NULL,
    opinion text NOT NULL,
    content_sm3 text NOT NULL CHECK (length(content_sm3) = 64),
    at timestamptz NOT NULL,
    prev text NOT NULL,
    hash text NOT NULL CHECK (length(hash) = 64),
    PRIMARY KEY (version_id, n)
);
CREATE UNIQUE INDEX approved_once_by_each ON benchmark_signatures (version_id, round, person) WHERE action = 'approve';
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON benchmark_signatures
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON benchmark_signatures
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Nobody approves his own draft, whatever the program says.
CREATE FUNCTION check_benchmark_signature() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = zhiheng AS $$
BEGIN
    PERFORM demand(NEW.action <> 'approve' OR NOT EXISTS (
        SELECT FROM benchmark_versions WHERE id = NEW.version_id AND drafted_by = NEW.person),
        'not_permitted', '起草人不能审批自己起草的裁量基准');
    RETURN NEW;
END
$$;
CREATE TRIGGER not_by_the_drafter BEFORE INSERT ON benchmark_signatures
    FOR EACH ROW EXECUTE FUNCTION check_benchmark_signature();

CREATE FUNCTION check_benchmark_version() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = zhiheng AS $$
BEGIN
    PERFORM demand(OLD.status NOT IN ('approved', 'withdrawn'), 'append_only', '已批准或者已撤回的版本不能修改，请导入新版本');
    PERFORM demand((OLD.id, OLD.table_id, OLD.version, OLD.region, OLD.drafted_by) =
                   (NEW.id, NEW.table_id, NEW.version, NEW.region, NEW.drafted_by), 'append_only', '版本的归属不能修改');
    PERFORM demand(OLD.status <> 'waiting' OR
                   (OLD.lines::text, OLD.items::text, OLD.effective_from, OLD.title) =
                   (NEW.lines::text, NEW.items::text, NEW.effective_from, NEW.title),
                   'append_only', '审批中的版本不能修改，请先退回');
    PERFORM demand(NEW.status <> 'approved' OR (
        SELECT count(DISTINCT person) >= 2 AND count(DISTINCT content_sm3) = 1 FROM benchmark_signatures
        WHERE version_id = NEW.id AND round = NEW.round AND action = 'approve'),
        'not_permitted', '裁量基准须经起草人以外的两人审批');
    RETURN NEW;
END
$$;
CREATE TRIGGER in_force_is_never_edited BEFORE UPDATE ON benchmark_versions
    FOR EACH ROW EXECUTE FUNCTION check_benchmark_version();
CREATE TRIGGER never_removed BEFORE DELETE ON benchmark_versions FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON benchmark_versions
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
REVOKE ALL ON FUNCTION check_benchmark_signature(), check_benchmark_version() FROM PUBLIC;

-- 法规 drafts, the leaders approve; others of the agency and whoever supervises it read. An approved table is public.
CREATE FUNCTION may_keep_benchmarks() RETURNS boolean LANGUAGE sql STABLE
    RETURN CASE WHEN viewer('roles') IN ('', '{}') THEN false
                ELSE viewer('roles')::text[] && ARRAY['LEGAL', 'LEADER', 'CHIEF'] END;
REVOKE ALL ON FUNCTION may_keep_benchmarks() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION may_keep_benchmarks() TO zhiheng_app;

ALTER TABLE benchmark_versions ENABLE ROW LEVEL SECURITY;
ALTER TABLE benchmark_signatures ENABLE ROW LEVEL SECURITY;
CREATE POLICY in_force_is_public ON benchmark_versions FOR SELECT USING (status = 'approved');
CREATE POLICY levels ON benchmark_versions FOR SELECT USING (
    (region = viewer('region') OR r4 = viewer('r4') OR r2 = viewer('r2')) AND (SELECT may_see_cases()));
CREATE POLICY own_insert ON benchmark_versions FOR INSERT WITH CHECK (
    region = viewer('region') AND drafted_by = viewer('person') AND (SELECT may_keep_benchmarks()));
CREATE POLICY own_update ON benchmark_versions FOR UPDATE USING (
    region = viewer('region') AND (SELECT may_keep_benchmarks()));
-- Whoever sees a version sees who signed it.
CREATE POLICY with_the_version ON benchmark_signatures FOR SELECT USING (
    EXISTS (SELECT FROM benchmark_versions WHERE benchmark_versions.id = version_id));
CREATE POLICY own_insert ON benchmark_signatures FOR INSERT WITH CHECK (
    person = viewer('person') AND (SELECT may_keep_benchmarks()) AND
    EXISTS (SELECT FROM benchmark_versions WHERE benchmark_versions.id = version_id AND region = viewer('region')));

GRANT SELECT, INSERT, UPDATE ON benchmark_versions TO zhiheng_app;
GRANT SELECT, INSERT ON benchmark_signatures TO zhiheng_app;
