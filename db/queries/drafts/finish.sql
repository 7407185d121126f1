-- The act is recorded: the drafts of its signers are done with.
SELECT finish_drafts($1, $2, $3)
