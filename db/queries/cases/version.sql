-- How many acts a case has, for whoever may see it.
SELECT version FROM cases WHERE no = $1
