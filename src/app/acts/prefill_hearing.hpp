#pragma once
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/value.hpp"
#include "cases/load_case.hpp"

namespace acts {

// What a step of a hearing takes over from the steps before it; empty for every other act.
base::Object hearing_values(const cases::LoadedCase&, const procedure::ActType&, base::Date today);

// Host and recorder hold the hearing together (听证办法 第二十三条); nobody for every other act.
std::vector<std::string> people_of_hearing(const cases::LoadedCase&, const procedure::ActType&);

}  // namespace acts
