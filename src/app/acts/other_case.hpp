#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "acts/append.hpp"
#include "acts/judge.hpp"

namespace acts {

// 并案, 分案: acts that change two cases at once.
bool touches_other_case(std::string_view act);

// What the record of the other case says takes the place of what was typed. Errors: the other case is not
// seen, is the same one, is of another agency, or has proposals waiting.
base::Result<ActRequest> with_other_case(const office::Office&, const identity::Viewer&,
                                         const cases::LoadedCase&, ActRequest);

// Entered by the program alone. Error: `recorded_by_program`.
base::Result<void> check_by_hand(const procedure::ActType&, const ActRequest&);

// The other side of a judged join or split, ready to be written with it.
struct OtherSide {
    std::optional<procedure::Refusal> refusal = {};
    std::optional<ports::Append> joined = {};
    std::optional<ports::NewCase> split_off = {};
};
base::Result<OtherSide> other_side(const office::Office&, const identity::Viewer&, const cases::LoadedCase&,
                                   const Judged&, const std::vector<ports::Signature>&);

// Both cases in one transaction.
base::Result<ports::Outcome> enter_both(const office::Office&, const identity::Viewer&, Entry, OtherSide);

}  // namespace acts
