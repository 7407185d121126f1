-- What a person has typed so far for one act of a case.
INSERT INTO drafts (case_no, act, person, body, saved_at) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (case_no, act, person) DO UPDATE SET body = excluded.body, saved_at = excluded.saved_at
