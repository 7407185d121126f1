-- The version a writer must build upon; the row stays his until the transaction ends.
SELECT version, head_hash, procedure, province FROM cases WHERE no = $1 FOR UPDATE
