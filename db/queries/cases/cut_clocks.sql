-- Removes the clocks of a case beyond those there are now.
DELETE FROM case_clocks WHERE case_no = $1 AND position >= $2
