-- All authorities that are believed.
SELECT serial, name, pem, is_imported FROM signing_authorities ORDER BY added_at
