-- The articles of one text.
SELECT place, address, law_articles.title, part, chapter, section, paragraphs
FROM law_texts
JOIN law_articles ON text_id = law_texts.id
WHERE code = $1 AND version_date = $2 AND replaced_at IS NULL
ORDER BY place
