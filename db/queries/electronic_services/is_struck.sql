-- Whether the paper behind the link was struck.
SELECT served_paper_is_struck() AS struck
