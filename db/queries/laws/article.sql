-- An article as it stood on a day; the text alone when it has no such article.
SELECT code, laws.title, version_date, valid_from, valid_to, dated_by, is_excerpt, is_in_points, sm3, head,
       articles_count, place, address, law_articles.title AS article_title, part, chapter, section, paragraphs
FROM (
    SELECT * FROM laws_in_force
    WHERE code = $1 AND valid_from <= $3 AND coalesce(valid_to, 'infinity') >= $3
    ORDER BY valid_from DESC LIMIT 1
) AS laws
LEFT JOIN law_articles ON text_id = laws.id AND address = $2
