-- How many pages a PDF has, counted once.
INSERT INTO pdf_pages (sm3, pages, failure) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING
