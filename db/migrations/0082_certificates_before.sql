-- 行政执法证: a card that runs out is followed by another. What was done under the one before was done with a certificate, as long
-- as the second began no later than the day after the first ended (decision 0068).
CREATE TABLE past_certificates (
    person text NOT NULL REFERENCES people (id),
    no text NOT NULL,
    valid_from date,
    valid_until date NOT NULL,
    replaced_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX past_certificates_of_person ON past_certificates (person);
ALTER TABLE past_certificates ENABLE ROW LEVEL SECURITY;
CREATE POLICY agency ON past_certificates FOR SELECT
    USING (EXISTS (SELECT FROM posts WHERE posts.person = past_certificates.person));
GRANT SELECT ON past_certificates TO zhiheng_app;

-- A slip that is mended is no earlier card: a renewal begins later and ends later.
CREATE FUNCTION keep_past_certificate() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = zhiheng, pg_temp AS $$
BEGIN
    IF NEW.valid_from > coalesce(OLD.valid_from, '-infinity') AND NEW.valid_until > OLD.valid_until THEN
        INSERT INTO past_certificates (person, no, valid_from, valid_until)
        VALUES (OLD.person, OLD.no, OLD.valid_from, OLD.valid_until);
    END IF;
    RETURN NEW;
END
$$;
REVOKE ALL ON FUNCTION keep_past_certificate() FROM PUBLIC;
CREATE TRIGGER keep_past BEFORE UPDATE ON certificates FOR EACH ROW EXECUTE FUNCTION keep_past_certificate();

-- The day since when somebody has held a certificate without a break; nothing: as long as is known.
CREATE FUNCTION certified_since(who text, this_card date) RETURNS date LANGUAGE sql STABLE AS $$
    WITH RECURSIVE cards (since) AS (
        SELECT coalesce(this_card, '-infinity')
        UNION
        SELECT coalesce(past.valid_from, '-infinity')
        FROM cards JOIN past_certificates AS past ON past.person = who AND past.valid_until >= cards.since - 1
        WHERE coalesce(past.valid_from, '-infinity') < cards.since
    )
    SELECT nullif(min(since), '-infinity') FROM cards
$$;
REVOKE ALL ON FUNCTION certified_since(text, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION certified_since(text, date) TO zhiheng_app;
