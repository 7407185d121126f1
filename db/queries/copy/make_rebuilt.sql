-- Where the new columns of cases wait within this transaction.
CREATE TEMPORARY TABLE rebuilt ON COMMIT DROP AS SELECT no, as_of, cause, party, state, state_label, track, handlers, handler_names, barred, is_open, registered_on, filed_on, next_due, next_clock, field FROM cases WHERE false
