-- For statements whose best plan hangs on what is asked: no plan is kept for them in this transaction.
SELECT set_config('plan_cache_mode', 'force_custom_plan', true)
