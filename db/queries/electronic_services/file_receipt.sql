-- The receipt of the opening becomes evidence.
SELECT file_service_receipt($1, $2, $3, $4, $5)
