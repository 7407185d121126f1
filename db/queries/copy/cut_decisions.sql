-- Removes the kept decisions of cases before they are written anew.
DELETE FROM past_decisions WHERE case_no = ANY ($1)
