-- A function that acts with its owner's rights looks for tables in this schema first; what a session made for itself comes last.
ALTER FUNCTION finish_drafts(text, text, text[]) SET search_path = zhiheng, pg_temp;
ALTER FUNCTION check_benchmark_signature() SET search_path = zhiheng, pg_temp;
ALTER FUNCTION check_benchmark_version() SET search_path = zhiheng, pg_temp;
ALTER FUNCTION check_panel_meeting() SET search_path = zhiheng, pg_temp;
ALTER FUNCTION check_sealing() SET search_path = zhiheng, pg_temp;
