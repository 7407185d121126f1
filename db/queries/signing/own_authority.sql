-- The newest authority whose key is held here.
SELECT a.serial, a.name, a.pem, k.sealed_pem FROM signing_authorities a JOIN signing_authority_keys k USING (serial)
ORDER BY a.added_at DESC LIMIT 1
