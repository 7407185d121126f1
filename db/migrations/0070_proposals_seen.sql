-- What an approver has looked at: a proposal opened and read to its end, in which of its versions and in which session.
-- Approving several at once asks for this of each (procedure.md §2; decision 0031).
CREATE TABLE proposals_seen (
    proposal text NOT NULL REFERENCES proposals (id),
    person text NOT NULL REFERENCES people (id),
    session text NOT NULL CHECK (length(session) = 64),
    region text COLLATE "C" NOT NULL,
    version bigint NOT NULL,
    seen_at timestamptz NOT NULL,
    PRIMARY KEY (person, session, proposal)
);

ALTER TABLE proposals_seen ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON proposals_seen USING (person = viewer('person') AND region = viewer('region'))
    WITH CHECK (person = viewer('person') AND region = viewer('region') AND
                EXISTS (SELECT FROM proposals WHERE proposals.id = proposal AND proposals.region = viewer('region')));
GRANT SELECT, INSERT, UPDATE (version, seen_at) ON proposals_seen TO zhiheng_app;
