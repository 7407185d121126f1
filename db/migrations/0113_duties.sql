-- Tasks that fall to somebody: whose they are and by when. The rows are written with the other rows of a case, whose acts alone
-- they come from; what stands in the lists already is projected anew at the next start.
ALTER TABLE case_tasks ADD COLUMN whose text COLLATE "C" NOT NULL DEFAULT '', ADD COLUMN due date;
CREATE INDEX duties ON case_tasks (region, whose, due, case_no) WHERE whose <> '';
UPDATE cases SET as_of = '1900-01-01'
WHERE is_open OR state = 'CLOSED'
   OR EXISTS (SELECT FROM case_clocks AS k WHERE k.case_no = cases.no AND k.status IN ('running', 'paused', 'missed'));
