#include "cases/load_case.hpp"

#include <algorithm>

#include "cases/shelf.hpp"

namespace cases {

const casefile::Staff* LoadedCase::person(std::string_view id) const {
    const auto found = std::ranges::find(staff, id, &casefile::Staff::id);
    return found == staff.end() ? nullptr : &*found;
}

const ports::RecordedAct* LoadedCase::act(int n) const {
    const auto found = std::ranges::find(record.acts, n, [](const auto& recorded) { return recorded.act.n; });
    return found == record.acts.end() ? nullptr : &*found;
}

std::string LoadedCase::name_of(std::string_view id) const {
    if (const auto* employed = person(id)) return employed->name;
    for (const auto& recorded : record.acts)
        for (const auto& signature : recorded.signatures)
            if (signature.person == id) return signature.name;
    return std::string(id);
}

base::Result<procedure::Case> fold(const procedure::Rules& rules, casefile::Matter matter,
                                   const std::vector<ports::RecordedAct>& acts) {
    procedure::Case state(rules, std::move(matter));
    for (const auto& recorded : acts) TRY(state.restore(recorded.act));
    return state;
}

std::shared_ptr<const Kept> in_hand(const office::Office& office, const identity::Viewer& viewer,
                                    std::string_view no) {
    auto kept = office.shelf.find(no);
    if (!kept || kept->loaded.record.agency != viewer.agency) return nullptr;
    // Folded with a calendar that has been replaced since.
    if (&kept->loaded.state.rules() != &office.rules.now()) return nullptr;
    const auto agency = office.ports.directory.agency(viewer);
    const auto staff = office.ports.directory.staff(viewer, office.today());
    if (!agency || !staff || *agency != kept->loaded.agency || *staff != kept->loaded.staff) return nullptr;
    return kept;
}

namespace {

// Who signed in this case and has left since is still known to it, without any role: his work can be handed
// over.
void add_those_who_left(std::vector<casefile::Staff>& staff, const std::vector<ports::RecordedAct>& acts) {
    for (const auto& recorded : acts)
        for (const auto& signature : recorded.signatures)
            if (std::ranges::find(staff, signature.person, &casefile::Staff::id) == staff.end())
                staff.push_back({.id = signature.person, .name = signature.name});
}

}  // namespace

base::Result<LoadedCase> load_case(const office::Office& office, const identity::Viewer& viewer,
                                   std::string_view no) {
    if (const auto kept = in_hand(office, viewer, no))
        if (TRY(office.ports.cases.stands_at(viewer, no, kept->loaded.record.version))) return kept->loaded;
    auto record = TRY(office.ports.cases.load(viewer, no));
    auto agency = TRY(office.ports.directory.agency(viewer));
    auto staff = TRY(office.ports.directory.staff(viewer, office.today()));
    casefile::Matter matter = record.matter;
    matter.staff = staff;
    add_those_who_left(matter.staff, record.acts);
    auto state = TRY(fold(office.rules, std::move(matter), record.acts));
    return LoadedCase{.record = std::move(record),
                      .agency = std::move(agency),
                      .staff = std::move(staff),
                      .state = std::move(state)};
}

}  // namespace cases
