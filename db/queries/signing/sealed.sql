-- What was sealed of a paper.
SELECT document, case_no, data_sm3, text_sm3, pdf_sm3, pdf_size, sealed_by, sealed_by_name, sealed_at
FROM sealed_documents WHERE document = $1
