-- An unsettled proposal comes back to whoever takes over.
UPDATE proposals SET version = version + 1, status = 'returned', author = $2, author_name = $3, author_certificate = $4, body = $5,
    waiting_person = '', waiting_role = '', waiting_node = '', returned_by = $6, returned_reason = $7, updated_at = $8
WHERE id = $1 AND status IN ('waiting', 'returned')
