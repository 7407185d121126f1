-- The planner learns how many rows there are now, and which pages everybody sees whole.
VACUUM (ANALYZE) cases, acts, case_clocks, case_tasks, past_decisions, people, posts, nodes
