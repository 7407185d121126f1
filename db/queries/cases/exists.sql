-- Whether the viewer may see the case.
SELECT 1 FROM cases WHERE no = $1
