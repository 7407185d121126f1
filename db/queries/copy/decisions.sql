-- Decisions of cases as they are kept for simulations, row by row.
COPY past_decisions (case_no, position, decided_on, content) FROM STDIN
