-- The clocks of a batch of cases, in their order.
SELECT case_no, code, title, basis, status, of_act, anchor, due, raw, due_instant, met_on, warn_on, provisional FROM case_clocks WHERE case_no = ANY ($1) ORDER BY case_no, position
