-- Takes the write access of those who were recused or replaced.
UPDATE cases SET barred = $2 WHERE no = $1
