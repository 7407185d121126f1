-- The decisions of a case as they are kept for simulations, in their order.
SELECT decided_on, content FROM past_decisions WHERE case_no = $1 ORDER BY position
