-- An agency's cases in one state: of two thousand mostly archived ones the few that are heard were looked for by reading all.
CREATE INDEX cases_by_region_state ON cases (region, state, next_due, no);
