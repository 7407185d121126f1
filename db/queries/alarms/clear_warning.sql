-- A clock warns as the catalogue says again.
DELETE FROM clock_warnings WHERE region = viewer('region') AND code = $1
