-- The evidence of a case in the order of its numbers.
SELECT e.id, e.case_no, e.no,
       coalesce((SELECT n.name FROM evidence_names AS n WHERE n.evidence = e.id ORDER BY n.id DESC LIMIT 1), e.name) AS name, e.type, e.size, e.sm3, e.added_by, e.added_by_name, e.added_at,
       p.pages, p.failure FROM evidence AS e LEFT JOIN pdf_pages AS p ON p.sm3 = e.sm3 WHERE e.case_no = $1 ORDER BY length(e.no), e.no
