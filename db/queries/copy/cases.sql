-- Cases with what their acts make of them, row by row.
COPY cases (no, node, procedure, province, parties, version, head_hash, created_at, updated_at, as_of, cause, party, state, state_label, track, handlers, handler_names, barred, is_open, registered_on, filed_on, next_due, next_clock, field) FROM STDIN
