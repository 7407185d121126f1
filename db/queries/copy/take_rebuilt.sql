-- The cases take their new columns.
UPDATE cases
SET as_of = rebuilt.as_of,
    cause = rebuilt.cause,
    party = rebuilt.party,
    state = rebuilt.state,
    state_label = rebuilt.state_label,
    track = rebuilt.track,
    handlers = rebuilt.handlers,
    handler_names = rebuilt.handler_names,
    barred = rebuilt.barred,
    is_open = rebuilt.is_open,
    registered_on = rebuilt.registered_on,
    filed_on = rebuilt.filed_on,
    next_due = rebuilt.next_due,
    next_clock = rebuilt.next_clock,
    field = rebuilt.field
FROM rebuilt WHERE cases.no = rebuilt.no
