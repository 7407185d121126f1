-- Who signed a list, in order.
SELECT n, action, person, person_name, role, opinion, content_sm3, at FROM fast_list_signatures WHERE list_id = $1 ORDER BY n
