-- What the viewer has read in this session, and in which version.
SELECT s.proposal, s.version FROM proposals_seen AS s WHERE s.person = viewer('person') AND s.session = $1
