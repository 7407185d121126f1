-- The versions of cases that are about to be projected anew; their rows stay ours until the transaction ends.
SELECT no, version FROM cases WHERE no = ANY ($1) ORDER BY no FOR UPDATE
