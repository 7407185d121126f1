#pragma once
#include "catalogue/catalogue.hpp"
#include "procedure/rules.hpp"
#include "procedure/stated_facts.hpp"

namespace books {

// What the catalogue says against a fine when nothing is known but the violations: above everything the law
// allows for any of them. Silent where the range hangs on facts a scenario does not state. The catalogue is
// read when it is first asked.
procedure::PenaltyCheck penalty_check(const catalogue::Files& files);

// Whether the catalogue has that violation; read when it is first asked.
procedure::KnownViolation violation_check(const catalogue::Files& files);

}  // namespace books
