-- Removes the clocks of cases before they are written anew.
DELETE FROM case_clocks WHERE case_no = ANY ($1)
