-- A piece of an upload is on disk; of a piece that comes twice the later counts.
WITH noted AS (
    UPDATE foreign_uploads
    SET (received, digests) = (
        SELECT array_agg(k ORDER BY k), array_agg(sm3 ORDER BY k)
        FROM (SELECT k, sm3 FROM unnest(received, digests) AS had (k, sm3) WHERE k <> $2::bigint
              UNION ALL SELECT $2::bigint, $3::text) AS pieces)
    WHERE id = $1
    RETURNING 1
)
SELECT demand(EXISTS (SELECT FROM noted), 'not_found', '没有这个上传')
