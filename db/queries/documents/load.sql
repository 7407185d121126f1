-- One document with the facts it is made of; of a sealed one the bytes and words that were sealed.
SELECT d.id, d.case_no, d.region, act_n, d.document, title, number, slot, no, status, coalesce(s.pdf_sm3, d.sm3) AS sm3,
       coalesce(s.text_sm3, '') AS text_sm3, made_at, facts
FROM documents d LEFT JOIN sealed_documents s ON s.document = d.id WHERE d.id = $1
