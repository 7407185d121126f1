-- The next file for the reader.
SELECT file, of_case, file_name, file_type, bytes, digest, party_names FROM take_file_to_read($1)
