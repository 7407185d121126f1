#pragma once
#include <optional>
#include <string_view>

#include "acts/act_request.hpp"
#include "base/value.hpp"
#include "office/office.hpp"
#include "proofread/knowledge.hpp"

namespace acts {

// Reads all papers and data of a case against each other, and with them the papers an act would give rise to
// before it is sent on. Findings are for the officer to judge; they refuse nothing.
base::Result<base::Value> proofread_case(const office::Office&, const identity::Viewer&, std::string_view no,
                                         const std::optional<ActRequest>& act,
                                         const proofread::Knowledge& knowledge);

}  // namespace acts
