-- Adds a text with all its articles.
WITH added AS (
    INSERT INTO law_texts (code, title, version_date, valid_from, valid_to, dated_by, is_excerpt, is_in_points, sm3, head,
                           articles_count, imported_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
    RETURNING id
)
INSERT INTO law_articles (text_id, place, address, title, part, chapter, section, paragraphs)
SELECT added.id, article.place, article.address, article.title, article.part, article.chapter, article.section,
       article.paragraphs
FROM added, jsonb_to_recordset($13) AS article (place integer, address text, title text, part text, chapter text,
                                                section text, paragraphs jsonb)
