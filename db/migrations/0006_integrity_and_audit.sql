-- The agency's signed head of each day: SM3 over the head of the day before and the hash of every act recorded that
-- day, in order of recording. The keys lie encrypted under the secret of the installation.
CREATE TABLE agency_keys (
    region text COLLATE "C" PRIMARY KEY,
    public_pem text NOT NULL,
    private_pem text NOT NULL,
    made_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE day_heads (
    region text COLLATE "C" NOT NULL,
    day date NOT NULL,
    acts integer NOT NULL CHECK (acts >= 1),
    prev_head text NOT NULL,
    head text NOT NULL CHECK (length(head) = 64),
    signature text NOT NULL,
    public_pem text NOT NULL,
    signed_at timestamptz NOT NULL,
    PRIMARY KEY (region, day)
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON day_heads FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Who looked at or changed personal data. Looking is noted once a day per person and subject.
CREATE TABLE audit_log (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at timestamptz NOT NULL DEFAULT now(),
    day date NOT NULL DEFAULT current_date,
    person text NOT NULL,
    region text NOT NULL,
    action text NOT NULL,
    subject text NOT NULL
);
CREATE UNIQUE INDEX one_view_a_day ON audit_log (day, person, subject, action) WHERE action LIKE 'view%';
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON audit_log FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON audit_log FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
