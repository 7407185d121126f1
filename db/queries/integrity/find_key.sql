-- The signing key of an agency.
SELECT public_pem, private_pem FROM agency_keys WHERE region = $1
