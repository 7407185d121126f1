-- The decisions of a batch of cases as they are kept for simulations, in their order.
SELECT case_no, decided_on, content FROM past_decisions WHERE case_no = ANY ($1) ORDER BY case_no, position
