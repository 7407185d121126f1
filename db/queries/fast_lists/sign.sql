-- One more signature on a list.
INSERT INTO fast_list_signatures (list_id, n, action, person, person_name, role, opinion, content_sm3, at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
