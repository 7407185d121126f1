-- Signing and sealing. Authorities and certificates are public by nature; the key of an authority is for the owner
-- alone, so that no request of the server can certify anybody.
CREATE TABLE signing_authorities (
    serial text PRIMARY KEY,
    name text NOT NULL,
    pem text NOT NULL,
    is_imported boolean NOT NULL,
    added_at timestamptz NOT NULL
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON signing_authorities FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TABLE signing_authority_keys (
    serial text PRIMARY KEY REFERENCES signing_authorities (serial),
    sealed_pem text NOT NULL
);

-- Keys of agencies (person is null) and officers. A key held by a signing service has nothing here but its name.
CREATE TABLE signing_keys (
    id text PRIMARY KEY,
    region text COLLATE "C" NOT NULL CHECK (region ~ '^[0-9]{6}$'),
    person text REFERENCES people (id),
    holder text NOT NULL CHECK (holder IN ('here', 'service')),
    user_id text NOT NULL CHECK (length(user_id) BETWEEN 1 AND 64),
    public_pem text NOT NULL,
    sealed_pem text NOT NULL CHECK ((holder = 'here') = (sealed_pem <> '')),
    made_at timestamptz NOT NULL
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON signing_keys FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TABLE signing_certificates (
    serial text PRIMARY KEY,
    key text NOT NULL REFERENCES signing_keys (id),
    authority text NOT NULL REFERENCES signing_authorities (serial),
    region text COLLATE "C" NOT NULL,
    person text REFERENCES people (id),
    name text NOT NULL,
    valid_from timestamptz NOT NULL,
    valid_until timestamptz NOT NULL,
    pem text NOT NULL,
    issued_at timestamptz NOT NULL
);
CREATE INDEX certificates_of_key ON signing_certificates (region, person, valid_until DESC);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON signing_certificates FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TABLE signing_revocations (
    serial text PRIMARY KEY REFERENCES signing_certificates (serial),
    at timestamptz NOT NULL,
    reason text NOT NULL CHECK (reason <> '')
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON signing_revocations
    FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- A sealed paper: its bytes and its words lie in the blob folder under these hashes and are never made again.
CREATE TABLE sealed_documents (
    document text PRIMARY KEY REFERENCES documents (id),
    case_no text COLLATE "C" NOT NULL REFERENCES cases (no),
    region text COLLATE "C" GENERATED ALWAYS AS (left(case_no, 6)) STORED,
    r4 text COLLATE "C" GENERATED ALWAYS AS (left(case_no, 4)) STORED,
    r2 text COLLATE "C" GENERATED ALWAYS AS (left(case_no, 2)) STORED,
    data_sm3 text NOT NULL CHECK (length(data_sm3) = 64),
    text_sm3 text NOT NULL CHECK (length(text_sm3) = 64),
    pdf_sm3 text NOT NULL CHECK (length(pdf_sm3) = 64),
    pdf_size bigint NOT NULL CHECK (pdf_size > 0),
    sealed_by text NOT NULL REFERENCES people (id),
    sealed_by_name text NOT NULL,
    sealed_at timestamptz NOT NULL
);
CREATE INDEX sealed_documents_of_case ON sealed_documents (case_no);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON sealed_documents FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TABLE document_signatures (
    id text PRIMARY KEY,
    document text NOT NULL REFERENCES sealed_documents (document),
    case_no text COLLATE "C" NOT NULL REFERENCES cases (no),
    region text COLLATE "C" GENERATED ALWAYS AS (left(case_no, 6)) STORED,
    r4 text COLLATE "C" GENERATED ALWAYS AS (left(case_no, 4)) STORED,
    r2 text COLLATE "C" GENERATED ALWAYS AS (left(case_no, 2)) STORED,
    kind text NOT NULL CHECK (kind IN ('seal', 'officer')),
    signer text NOT NULL REFERENCES people (id),
    certificate text NOT NULL REFERENCES signing_certificates (serial),
    statement text NOT NULL,
    signature text NOT NULL,
    signed_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX one_signature_each ON document_signatures (document, kind, signer) WHERE kind = 'officer';
CREATE UNIQUE INDEX one_seal ON document_signatures (document) WHERE kind = 'seal';
CREATE INDEX document_signatures_of_case ON document_signatures (case_no);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON document_signatures FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- What a party or a witness wrote by hand on the screen: evidence of the paper, kept as it was drawn.
CREATE TABLE handwritten_signatures (
    id text PRIMARY KEY,
    document text NOT NULL REFERENCES documents (id),
    case_no text COLLATE "C" NOT NULL REFERENCES cases (no),
    region text COLLATE "C" GENERATED ALWAYS AS (left(case_no, 6)) STORED,
    r4 text COLLATE "C" GENERATED ALWAYS AS (left(case_no, 4)) STORED,
    r2 text COLLATE "C" GENERATED ALWAYS AS (left(case_no, 2)) STORED,
    role text NOT NULL CHECK (role <> ''),
    name text NOT NULL CHECK (name <> ''),
    strokes text NOT NULL,
    sm3 text NOT NULL CHECK (length(sm3) = 64),
    device text NOT NULL,
    taken_by text NOT NULL REFERENCES people (id),
    taken_by_name text NOT NULL,
    taken_at timestamptz NOT NULL
);
CREATE INDEX handwritten_signatures_of_document ON handwritten_signatures (document, taken_at);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON handwritten_signatures
    FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- A paper is sealed once, not when its act was struck, and takes no more handwriting afterwards.
CREATE FUNCTION check_sealing() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = zhiheng AS $$
BEGIN
    PERFORM demand(EXISTS (SELECT FROM documents d
                           WHERE d.id = NEW.document AND d.case_no = NEW.case_no AND d.status <> 'struck'),
                   'document_struck', '这份文书已经撤销，不能签章');
    IF TG_TABLE_NAME = 'handwritten_signatures' THEN
        PERFORM demand(NOT EXISTS (SELECT FROM sealed_documents s WHERE s.document = NEW.document),
                       'already_sealed', '文书已经签章，不能再签写');
    END IF;
    RETURN NEW;
END
$$;
REVOKE ALL ON FUNCTION check_sealing() FROM PUBLIC;
CREATE TRIGGER checked BEFORE INSERT ON sealed_documents FOR EACH ROW EXECUTE FUNCTION check_sealing();
CREATE TRIGGER checked BEFORE INSERT ON handwritten_signatures FOR EACH ROW EXECUTE FUNCTION check_sealing();

DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['sealed_documents', 'document_signatures', 'handwritten_signatures'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format($policy$CREATE POLICY levels ON %I FOR SELECT USING (
            region = viewer('region') OR r4 = viewer('r4') OR r2 = viewer('r2') OR viewer('scope') = 'all')$policy$, name);
        EXECUTE format($policy$CREATE POLICY own_insert ON %I FOR INSERT WITH CHECK (
            region = viewer('region') AND may_write(case_no) OR viewer('scope') = 'all')$policy$, name);
    END LOOP;
    FOREACH name IN ARRAY ARRAY['signing_authorities', 'signing_certificates', 'signing_revocations'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format('CREATE POLICY public_by_nature ON %I FOR SELECT USING (true)', name);
    END LOOP;
END
$$;
-- The agency's key for those who work there, an officer's for himself.
ALTER TABLE signing_keys ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON signing_keys FOR SELECT USING (
    region = viewer('region') AND (person IS NULL OR person = viewer('person')));
ALTER TABLE signing_authority_keys ENABLE ROW LEVEL SECURITY;

GRANT SELECT ON signing_authorities, signing_certificates, signing_revocations, signing_keys TO zhiheng_app;
GRANT SELECT, INSERT ON sealed_documents, document_signatures, handwritten_signatures TO zhiheng_app;
