-- 电子送达 (市场监督管理行政处罚程序规定 第八十二条第（三）项): which paper went to which account of the signed address form,
-- and when and on what it was opened. The link and the codes are known to the recipient alone: here lie their SM3.
CREATE TABLE electronic_services (
    id text PRIMARY KEY,
    case_no text COLLATE "C" NOT NULL REFERENCES cases (no),
    region text COLLATE "C" GENERATED ALWAYS AS (left(case_no, 6)) STORED,
    r4 text COLLATE "C" GENERATED ALWAYS AS (left(case_no, 4)) STORED,
    r2 text COLLATE "C" GENERATED ALWAYS AS (left(case_no, 2)) STORED,
    document text NOT NULL REFERENCES documents (id),
    act_n integer NOT NULL,
    document_no integer NOT NULL,
    form text NOT NULL,
    title text NOT NULL,
    number text NOT NULL,
    paper_sm3 text NOT NULL CHECK (length(paper_sm3) = 64),
    recipient text NOT NULL,
    channel text NOT NULL CHECK (channel IN ('sms', 'email', 'im')),
    account text NOT NULL CHECK (account <> '' AND account !~ '[[:cntrl:]]'),
    code_channel text NOT NULL CHECK (code_channel IN ('sms', 'email', 'im')),
    code_account text NOT NULL CHECK (code_account <> '' AND code_account !~ '[[:cntrl:]]'),
    online_recon_channel text NOT NULL,
    facts json NOT NULL,
    link_sm3 text NOT NULL UNIQUE CHECK (length(link_sm3) = 64),
    code_sm3 text NOT NULL,
    code_until timestamptz NOT NULL,
    codes integer NOT NULL DEFAULT 1,
    wrong integer NOT NULL DEFAULT 0,
    reading_sm3 text NOT NULL DEFAULT '',
    reading_until timestamptz,
    request_key text NOT NULL CHECK (request_key <> ''),
    request_sm3 text NOT NULL,
    sent_by text NOT NULL REFERENCES people (id),
    sent_by_name text NOT NULL,
    sent_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL CHECK (expires_at > sent_at),
    remind_on date NOT NULL,
    state text NOT NULL CHECK (state IN ('sending', 'sent', 'failed', 'void')),
    carrier text NOT NULL DEFAULT '',
    opened_at timestamptz,
    device text NOT NULL DEFAULT '',
    address text NOT NULL DEFAULT '',
    receipt text REFERENCES evidence (id),
    CHECK (receipt IS NULL OR opened_at IS NOT NULL),
    UNIQUE (sent_by, request_key)  -- one press of the button is one message, however often the request arrives
);
CREATE INDEX electronic_services_of_document ON electronic_services (document, sent_at);
CREATE INDEX electronic_services_unopened ON electronic_services (region, remind_on)
    WHERE state = 'sent' AND opened_at IS NULL;

-- What was sent stays as it was sent; the opening is noted once, and only by the recipient's own transaction.
CREATE FUNCTION keep_electronic_service() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM demand(
        (NEW.id, NEW.case_no, NEW.document, NEW.paper_sm3, NEW.account, NEW.link_sm3, NEW.sent_by, NEW.sent_at)
            = (OLD.id, OLD.case_no, OLD.document, OLD.paper_sm3, OLD.account, OLD.link_sm3, OLD.sent_by, OLD.sent_at),
        'append_only', '已发送的电子送达不能修改');
    PERFORM demand(
        (NEW.opened_at, NEW.device, NEW.address) IS NOT DISTINCT FROM (OLD.opened_at, OLD.device, OLD.address)
            OR OLD.opened_at IS NULL AND viewer('purpose') = 'electronic_service',
        'append_only', '打开时间由受送达人打开文书时记录一次，不能修改');
    PERFORM demand(OLD.receipt IS NULL OR NEW.receipt = OLD.receipt, 'append_only', '电子送达回执已经生成');
    RETURN NEW;
END
$$;
REVOKE ALL ON FUNCTION keep_electronic_service() FROM PUBLIC;
CREATE TRIGGER kept BEFORE UPDATE ON electronic_services FOR EACH ROW EXECUTE FUNCTION keep_electronic_service();
CREATE TRIGGER append_only BEFORE DELETE ON electronic_services FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON electronic_services FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE electronic_services ENABLE ROW LEVEL SECURITY;
CREATE POLICY levels ON electronic_services FOR SELECT USING (
    region = viewer('region') OR r4 = viewer('r4') OR r2 = viewer('r2') OR viewer('scope') = 'all');
CREATE POLICY own_insert ON electronic_services FOR INSERT WITH CHECK (
    region = viewer('region') AND sent_by = viewer('person') AND may_write(case_no));
CREATE POLICY own_update ON electronic_services FOR UPDATE USING (region = viewer('region') AND may_write(case_no));
-- The recipient is whoever holds the link: his transaction sees that one row and nothing else of this database.
CREATE POLICY bearer_reads ON electronic_services FOR SELECT USING (
    viewer('purpose') = 'electronic_service' AND link_sm3 = viewer('person'));
CREATE POLICY bearer_opens ON electronic_services FOR UPDATE USING (
    viewer('purpose') = 'electronic_service' AND link_sm3 = viewer('person'));
GRANT SELECT, INSERT, UPDATE (state, carrier, code_sm3, code_until, codes, wrong, reading_sm3, reading_until, opened_at,
                              device, address) ON electronic_services TO zhiheng_app;

-- Whether the paper behind the viewer's link was struck since.
CREATE FUNCTION served_paper_is_struck() RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = zhiheng, pg_temp AS $$
BEGIN
    RETURN viewer('purpose') = 'electronic_service' AND EXISTS (
        SELECT FROM electronic_services AS s JOIN documents AS d ON d.id = s.document
        WHERE s.link_sm3 = viewer('person') AND d.status = 'struck');
END
$$;

-- The receipt of the opening becomes evidence of the case, once, in the name of who sent: the recipient's transaction may
-- do nothing else to a case than this.
CREATE FUNCTION file_service_receipt(evidence_id text, evidence_name text, bytes bigint, digest text, filed_at timestamptz)
    RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = zhiheng, pg_temp AS $$
DECLARE
    service electronic_services;
    taken bigint;
BEGIN
    SELECT * INTO service FROM electronic_services AS s
    WHERE viewer('purpose') = 'electronic_service' AND s.link_sm3 = viewer('person') FOR UPDATE;
    PERFORM demand(service.opened_at IS NOT NULL, 'not_found', '没有这项电子送达');
    IF service.receipt IS NOT NULL THEN
        RETURN;
    END IF;
    INSERT INTO counters AS c (region, name, last) VALUES (service.region, 'evidence/' || service.case_no, 1)
    ON CONFLICT (region, name) DO UPDATE SET last = c.last + 1 RETURNING c.last INTO taken;
    INSERT INTO evidence (id, case_no, no, name, type, size, sm3, added_by, added_by_name, added_at)
    VALUES (evidence_id, service.case_no,
            service.case_no || '-ZJ' || lpad(taken::text, greatest(4, length(taken::text)), '0'),
            evidence_name, 'application/pdf', bytes, digest, service.sent_by, service.sent_by_name, filed_at);
    INSERT INTO custody_events (evidence, case_no, kind, person, person_name, at, note)
    VALUES (evidence_id, service.case_no, 'received', service.sent_by, service.sent_by_name, filed_at,
            '受送达人打开电子送达的文书时由系统生成');
    UPDATE electronic_services SET receipt = evidence_id WHERE id = service.id;
END
$$;
REVOKE ALL ON FUNCTION served_paper_is_struck(), file_service_receipt(text, text, bigint, text, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION served_paper_is_struck(), file_service_receipt(text, text, bigint, text, timestamptz)
    TO zhiheng_app;
