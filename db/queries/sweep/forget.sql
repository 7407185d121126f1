-- Forgets an abandoned upload.
SELECT forget_upload($1, $2, $3) AS forgotten
