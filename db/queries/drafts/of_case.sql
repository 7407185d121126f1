-- The viewer's drafts in a case.
SELECT case_no, act, body, saved_at FROM drafts WHERE case_no = $1 AND person = viewer('person') ORDER BY act
