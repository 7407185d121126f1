-- The acts were struck, and with them the papers they gave rise to; their numbers stay used.
UPDATE documents SET status = 'struck' WHERE case_no = $1 AND act_n = ANY ($2::integer[])
