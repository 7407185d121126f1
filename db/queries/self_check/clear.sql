-- What was found earlier on the same day.
DELETE FROM self_check_findings WHERE day = $1
