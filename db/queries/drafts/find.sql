-- The viewer's draft of one act.
SELECT case_no, act, body, saved_at FROM drafts WHERE case_no = $1 AND act = $2 AND person = viewer('person')
