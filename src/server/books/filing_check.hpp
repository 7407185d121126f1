#pragma once
#include "catalogue/catalogue.hpp"
#include "procedure/rules.hpp"

namespace books {

// What the list of the place says against a filing that goes the fast way. The catalogue is read when it is
// first asked.
procedure::FilingCheck filing_check(const catalogue::Files& files);

}  // namespace books
