#pragma once
#include <map>

#include "acts/check_act.hpp"
#include "acts/form_of_act.hpp"
#include "base/value.hpp"
#include "cases/load_case.hpp"
#include "http/desk/gate.hpp"

namespace desk {

// One entry of the timeline (schema Act); `papers` are the ids of its documents.
base::Value act_value(const cases::LoadedCase&, const ports::RecordedAct&,
                      const std::vector<std::string>& papers);
base::Value act_summary_value(const cases::LoadedCase&, const casefile::Act&);
base::Value refusal_value(const procedure::Refusal&);
base::Value check_value(const acts::Checked&, base::Date today);
base::Value drafted_value(const acts::DraftedParts&);
base::Value form_value(const office::Office&, const acts::Form&, const std::vector<ports::Unit>&);

}  // namespace desk
