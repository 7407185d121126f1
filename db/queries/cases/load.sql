-- One case, with its derived columns.
SELECT no, region, node, procedure, province, parties, version, head_hash,
       as_of, cause, party, state, state_label, track, handlers, handler_names, barred, is_open, registered_on, filed_on,
       next_due::text AS next_due, next_clock, field
FROM cases WHERE no = $1
