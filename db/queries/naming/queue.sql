-- A file whose words can be read waits for its reader; once more, when a person asks for it.
INSERT INTO file_readings (evidence, case_no, state, queued_at)
SELECT id, case_no, 'waiting', $2 FROM evidence
WHERE id = $1 AND (type LIKE 'image/%' OR type IN ('application/pdf', 'text/plain',
                   'application/vnd.openxmlformats-officedocument.wordprocessingml.document'))
ON CONFLICT (evidence) DO UPDATE
SET state = 'waiting', queued_at = excluded.queued_at, tries = 0, taken_at = NULL, done_at = NULL, proposal = NULL, failure = '',
    words = ''
WHERE file_readings.state IN ('proposed', 'nothing', 'failed')
