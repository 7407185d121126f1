-- What happened in a batch of cases, in order.
SELECT case_no, n, body FROM acts WHERE case_no = ANY ($1) ORDER BY case_no, n
