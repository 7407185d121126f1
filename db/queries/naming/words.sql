-- The words that were read of a file.
SELECT words FROM file_readings WHERE evidence = $1
