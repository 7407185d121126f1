-- Tells row-level security on whose behalf this transaction runs; forgotten at its end.
SELECT set_config('zhiheng.person', $1, true), set_config('zhiheng.node', $2, true),
       set_config('zhiheng.region', $3, true), set_config('zhiheng.r4', $4, true), set_config('zhiheng.r2', $5, true),
       set_config('zhiheng.purpose', $6, true), set_config('zhiheng.roles', $7, true), set_config('zhiheng.scope', $8, true)
