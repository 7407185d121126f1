-- The viewer has read this version of a proposal to its end; an older version marks nothing.
WITH marked AS (
    INSERT INTO proposals_seen (proposal, person, session, region, version, seen_at)
    SELECT p.id, viewer('person'), $2, p.region, p.version, $4
    FROM proposals AS p
    WHERE p.id = $1 AND p.version = $3
    ON CONFLICT (person, session, proposal) DO UPDATE SET version = excluded.version, seen_at = excluded.seen_at
    RETURNING 1
)
SELECT demand(EXISTS (SELECT FROM marked), 'version_conflict', '该报批事项已有变化，请刷新后查看')
