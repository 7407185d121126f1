-- A paper is sealed.
INSERT INTO sealed_documents (document, case_no, data_sm3, text_sm3, pdf_sm3, pdf_size, sealed_by, sealed_by_name, sealed_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
