-- The clocks of a case, in their order.
SELECT code, title, basis, status, of_act, anchor, due, raw, due_instant, met_on, warn_on, provisional FROM case_clocks WHERE case_no = $1 ORDER BY position
