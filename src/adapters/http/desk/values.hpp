#pragma once
#include <string_view>

#include "base/value.hpp"
#include "cases/load_case.hpp"
#include "clocks/clocks.hpp"
#include "document/document.hpp"
#include "identity/viewer.hpp"
#include "office/office.hpp"
#include "ports/ports.hpp"
#include "procedure/case.hpp"

namespace desk {

// Values of the HTTP contract that several areas speak (api/openapi.yaml, components/schemas).
base::Value person_value(std::string_view id, std::string_view name);
base::Value act_type_value(const office::Office&, const procedure::ActType&);
base::Value clock_value(const clocks::ClockView&, base::Date today);
base::Value next_clock_value(const ports::ClockRow&, base::Date today, bool warned);
base::Value step_value(const ports::SignStep&);
base::Value evidence_value(const ports::Evidence&);
base::Value colleague_value(const casefile::Staff&, const std::vector<ports::Unit>&);
base::Value paper_kind_value(int no, std::string_view id, std::string_view title);
base::Value text_list(const std::vector<std::string>&);
// Names of `by` come from the people of the agency.
base::Value proposal_value(const office::Office&, const identity::Viewer&, const ports::Proposal&,
                           const std::vector<casefile::Staff>&);

}  // namespace desk
