#pragma once
#include <memory>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "casefile/act.hpp"
#include "identity/viewer.hpp"
#include "office/office.hpp"
#include "ports/case_store.hpp"
#include "ports/directory.hpp"
#include "procedure/case.hpp"

namespace cases {

// A case as the desk works on it: what is recorded, the people who may act on it now, and the fold of its
// acts.
struct LoadedCase {
    ports::CaseRecord record;
    ports::Agency agency;
    std::vector<casefile::Staff> staff;
    procedure::Case state;

    const casefile::Staff* person(std::string_view id) const;
    const ports::RecordedAct* act(int n) const;
    std::string name_of(std::string_view person) const;  // as signed, else as employed now, else the id
};

base::Result<LoadedCase> load_case(const office::Office&, const identity::Viewer&, std::string_view no);

// The kept case, when the people of its agency are still those it was folded with and the viewer is one of
// that agency; it may have been overtaken by further acts.
struct Kept;
std::shared_ptr<const Kept> in_hand(const office::Office&, const identity::Viewer&, std::string_view no);

// The fold of recorded acts; they were judged when they were recorded and are not judged again.
base::Result<procedure::Case> fold(const procedure::Rules&, casefile::Matter matter,
                                   const std::vector<ports::RecordedAct>& acts);

}  // namespace cases
