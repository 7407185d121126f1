-- Throws the viewer's draft away.
DELETE FROM drafts WHERE case_no = $1 AND act = $2 AND person = viewer('person')
