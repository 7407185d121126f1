-- The new columns of cases.
COPY rebuilt (no, as_of, cause, party, state, state_label, track, handlers, handler_names, barred, is_open, registered_on, filed_on, next_due, next_clock, field) FROM STDIN
