-- Clocks of cases, row by row.
COPY case_clocks (case_no, position, code, title, basis, status, of_act, anchor, due, raw, due_instant, met_on, warn_on, provisional) FROM STDIN
