-- Daily heads go to the superior node and are kept there, so that the keeper of a chain cannot write it anew unseen. Here are
-- the receipts of what was sent, the attempts that failed, and what came from below. Nothing of it is ever changed.
CREATE TABLE head_receipts (
    region text COLLATE "C" NOT NULL,
    day date NOT NULL,
    head text NOT NULL CHECK (length(head) = 64),
    superior text NOT NULL,
    received_at timestamptz NOT NULL,
    received_at_signed text NOT NULL,  -- as the superior wrote and signed it
    signature text NOT NULL,
    public_pem text NOT NULL,
    PRIMARY KEY (region, day),
    FOREIGN KEY (region, day) REFERENCES day_heads (region, day)
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON head_receipts FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON head_receipts FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE head_attempts (
    region text COLLATE "C" NOT NULL,
    day date NOT NULL,
    attempts integer NOT NULL CHECK (attempts >= 1),
    error text NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (region, day)
);

-- Two heads of one agency and day are a fork: both stay.
CREATE TABLE received_heads (
    region text COLLATE "C" NOT NULL,
    day date NOT NULL,
    acts integer NOT NULL CHECK (acts >= 1),
    prev_head text NOT NULL,
    head text NOT NULL CHECK (length(head) = 64),
    signature text NOT NULL,
    public_pem text NOT NULL,
    received_at timestamptz NOT NULL,
    PRIMARY KEY (region, day, head)
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON received_heads FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON received_heads FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The city of a district, the province of a city, nobody above that.
CREATE FUNCTION superior_region(region text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN right(region, 4) = '0000' THEN '' WHEN right(region, 2) = '00' THEN left(region, 2) || '0000'
                ELSE left(region, 4) || '00' END;
REVOKE ALL ON FUNCTION superior_region(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION superior_region(text) TO zhiheng_app;

ALTER TABLE head_receipts ENABLE ROW LEVEL SECURITY;
ALTER TABLE head_attempts ENABLE ROW LEVEL SECURITY;
ALTER TABLE received_heads ENABLE ROW LEVEL SECURITY;
CREATE POLICY signer ON head_receipts USING (viewer('purpose') = 'sign') WITH CHECK (viewer('purpose') = 'sign');
CREATE POLICY signer ON head_attempts USING (viewer('purpose') = 'sign') WITH CHECK (viewer('purpose') = 'sign');
CREATE POLICY signer ON received_heads USING (viewer('purpose') = 'sign') WITH CHECK (viewer('purpose') = 'sign');
CREATE POLICY own ON head_receipts FOR SELECT USING (region = viewer('region'));
CREATE POLICY own ON head_attempts FOR SELECT USING (region = viewer('region'));
CREATE POLICY below ON received_heads FOR SELECT USING (
    left(region, 4) = viewer('r4') OR left(region, 2) = viewer('r2'));
GRANT SELECT, INSERT ON head_receipts, received_heads TO zhiheng_app;
GRANT SELECT, INSERT, UPDATE ON head_attempts TO zhiheng_app;
