-- The posts of a person are about to be given anew.
DELETE FROM posts WHERE person = $1
