-- The texts of the law, written by the import alone and read by everybody, the public page too. A text is never changed
-- in place: another copy of the same version replaces it from that day on, and the one before stays with its day.
CREATE TABLE law_texts (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    code text COLLATE "C" NOT NULL CHECK (code <> ''),
    title text NOT NULL,
    version_date date NOT NULL,
    valid_from date NOT NULL,
    valid_to date CHECK (valid_to >= valid_from),
    dated_by text NOT NULL,
    is_excerpt boolean NOT NULL,
    is_in_points boolean NOT NULL,
    sm3 text NOT NULL,
    head jsonb NOT NULL,
    articles_count integer NOT NULL CHECK (articles_count > 0),
    imported_at timestamptz NOT NULL,
    replaced_at timestamptz
);
CREATE UNIQUE INDEX law_texts_current ON law_texts (code, version_date) WHERE replaced_at IS NULL;

CREATE TABLE law_articles (
    text_id bigint NOT NULL REFERENCES law_texts (id),
    place integer NOT NULL CHECK (place > 0),
    address text COLLATE "C" NOT NULL,
    title text NOT NULL,
    part text NOT NULL,
    chapter text NOT NULL,
    section text NOT NULL,
    paragraphs jsonb NOT NULL,
    PRIMARY KEY (text_id, place),
    UNIQUE (text_id, address)
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON law_articles FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON law_articles FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER kept BEFORE DELETE ON law_texts FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON law_texts FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
-- The one thing that may happen to a text: it is replaced, once.
CREATE TRIGGER only_replaced BEFORE UPDATE ON law_texts FOR EACH ROW
    WHEN (OLD.replaced_at IS NOT NULL OR NEW.replaced_at IS NULL OR
          to_jsonb(OLD) - 'replaced_at' IS DISTINCT FROM to_jsonb(NEW) - 'replaced_at')
    EXECUTE FUNCTION refuse_change();

-- The texts that count, each with its last day: what is laid down for it, or the day before the next text.
CREATE VIEW laws_in_force AS
SELECT id, code, title, version_date, valid_from,
       least(valid_to, lead(valid_from) OVER (PARTITION BY code ORDER BY valid_from, version_date) - 1) AS valid_to,
       dated_by, is_excerpt, is_in_points, sm3, head, articles_count
FROM law_texts
WHERE replaced_at IS NULL;

GRANT SELECT ON law_texts, law_articles, laws_in_force TO zhiheng_app, zhiheng_public, zhiheng_audit;
