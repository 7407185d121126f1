-- Who ended whose posts, for the log.
INSERT INTO audit_log (person, region, action, subject) VALUES (viewer('person'), viewer('region'), 'posts_ended', $1)
