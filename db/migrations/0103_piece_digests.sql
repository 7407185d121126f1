-- The SM3 of each piece of a foreign volume that came in, so that the same file, chosen again another day, is known by what was
-- sent of it: the pieces in `received`, in the same order. Pieces of before have none and are sent again.
UPDATE foreign_uploads SET received = '{}';
ALTER TABLE foreign_uploads ADD COLUMN digests text[] NOT NULL DEFAULT '{}';
ALTER TABLE foreign_uploads ADD CONSTRAINT a_digest_each CHECK (cardinality(digests) = cardinality(received));
GRANT UPDATE (received, digests) ON foreign_uploads TO zhiheng_app;
