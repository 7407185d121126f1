-- The row of a case after one more act.
UPDATE cases SET version = $2, head_hash = $3, updated_at = now() WHERE no = $1
