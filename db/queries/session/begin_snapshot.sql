-- Opens a transaction whose statements all see the same moment.
BEGIN ISOLATION LEVEL REPEATABLE READ
