-- The clocks of a case, row by row; what is already so is not written again.
INSERT INTO case_clocks (case_no, position, code, title, basis, status, of_act, anchor, due, raw, due_instant, met_on, warn_on, provisional)
SELECT $1, position, code, title, basis, status, of_act, anchor, due, raw, due_instant, met_on, warn_on, provisional
FROM json_to_recordset($2) AS given (position integer, code text, title text, basis text, status text, of_act integer, anchor date, due date, raw date, due_instant timestamptz, met_on date, warn_on date, provisional boolean)
ON CONFLICT (case_no, position) DO UPDATE
SET code = excluded.code, title = excluded.title, basis = excluded.basis, status = excluded.status, of_act = excluded.of_act, anchor = excluded.anchor, due = excluded.due, raw = excluded.raw, due_instant = excluded.due_instant, met_on = excluded.met_on, warn_on = excluded.warn_on, provisional = excluded.provisional
WHERE (case_clocks.code, case_clocks.title, case_clocks.basis, case_clocks.status, case_clocks.of_act, case_clocks.anchor, case_clocks.due, case_clocks.raw, case_clocks.due_instant, case_clocks.met_on, case_clocks.warn_on, case_clocks.provisional)
    IS DISTINCT FROM
      (excluded.code, excluded.title, excluded.basis, excluded.status, excluded.of_act, excluded.anchor, excluded.due, excluded.raw, excluded.due_instant, excluded.met_on, excluded.warn_on, excluded.provisional)
