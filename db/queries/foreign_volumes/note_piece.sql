-- A piece of an upload is on disk; a piece that comes twice is noted once.
WITH noted AS (
    UPDATE foreign_uploads
    SET received = CASE WHEN $2 = ANY (received) THEN received
                        ELSE (SELECT array_agg(k ORDER BY k) FROM unnest(received || $2::bigint) AS k) END
    WHERE id = $1
    RETURNING 1
)
SELECT demand(EXISTS (SELECT FROM noted), 'not_found', '没有这个上传')
