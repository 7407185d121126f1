-- An authority whose certificates are believed here.
INSERT INTO signing_authorities (serial, name, pem, is_imported, added_at) VALUES ($1, $2, $3, $4, $5)
