#pragma once
#include <optional>
#include <string_view>

#include "base/result.hpp"
#include "cases/load_case.hpp"
#include "office/office.hpp"
#include "procedure/refusal.hpp"

namespace acts {

// 行政复议法 第二十二条第二款: a decision that is served online names the online way to reconsideration in
// its own words; a paper without it goes another way or is made anew. No refusal for any other act.
base::Result<std::optional<procedure::Refusal>> channel_not_in_paper(const office::Office&,
                                                                     const identity::Viewer&,
                                                                     const cases::LoadedCase&,
                                                                     const casefile::Act&);

procedure::Refusal channel_not_in_paper(std::string_view title, std::string_view channel);

}  // namespace acts
