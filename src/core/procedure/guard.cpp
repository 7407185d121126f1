#include "procedure/guard.hpp"

#include <algorithm>

#include "procedure/heard.hpp"

namespace procedure {

namespace {

std::vector<Guard> all_guards() {
    std::vector<Guard> all;
    for (auto part : {clue_guards(),           evidence_guards(),    measure_guards(),  goods_guards(),
                      running_guards(),        conclusion_guards(),  notice_guards(),   new_notice_guards(),
                      hearing_guards(),        hearing_day_guards(), decision_guards(), summary_guards(),
                      crime_guards(),          performance_guards(), after_guards(),    publicity_guards(),
                      complaint_guards(),      object_guards(),      date_guards(),     cause_guards(),
                      identity_guards(),       sum_guards(),         people_guards(),   supervision_guards(),
                      hearing_course_guards(), panel_guards()})
        all.insert(all.end(), part.begin(), part.end());
    std::ranges::stable_sort(all, {}, &Guard::order);
    return all;
}

}  // namespace

std::span<const Guard> guards() {
    static const std::vector<Guard> all = all_guards();
    return all;
}

GuardBook::GuardBook() {
    for (const auto& guard : guards())
        for (const auto act : guard.acts) by_act_[act].push_back(&guard);
}

GuardBook GuardBook::without(std::size_t place) const {
    GuardBook book = *this;
    for (auto& [act, of_act] : book.by_act_) std::erase(of_act, &guards()[place]);
    return book;
}

std::span<const Guard* const> GuardBook::of(std::string_view act) const {
    const auto found = by_act_.find(act);
    return found == by_act_.end() ? std::span<const Guard* const>() : found->second;
}

const casefile::Act* Look::act_at(std::int64_t n) const {
    const auto found =
        std::ranges::find(acts, n, [](const casefile::Act& each) { return std::int64_t{each.n}; });
    return found == acts.end() ? nullptr : &*found;
}

const casefile::Act* Look::last(std::string_view wanted) const {
    for (auto i = acts.size(); i > 0; --i)
        if (acts[i - 1].type == wanted) return &acts[i - 1];
    return nullptr;
}

const casefile::Staff* Look::person(std::string_view id) const {
    const auto found = std::ranges::find(matter.staff, id, &casefile::Staff::id);
    return found == matter.staff.end() ? nullptr : &*found;
}

std::optional<clocks::ClockView> Look::clock(std::string_view code, int of) const {
    ClockMemo own;
    auto& views = (memo != nullptr ? *memo : own).views;
    if (!views)
        views =
            clocks::clocks_of_party(rules.clocks, acts, matter, rules.calendar, on, clocks::Detail::brief);
    const auto* found = clocks::find(*views, code, of);
    return found == nullptr ? std::nullopt : std::optional(*found);
}

bool Look::deciding_penalty() const {
    // Nothing reported yet, a penalty is what the case may lead to (acts.md §2.2).
    const bool may_be = state.proposes.empty() || state.proposes == "penalty";
    return type.id == "decide" && (probe ? may_be : data().text("kind") == "penalty");
}

bool Look::deciding_fine() const {
    if (type.id == "decide_on_spot") return lists(data(), "penalty.kinds", "fine");
    return deciding_penalty() && (probe || lists(data(), "penalty.kinds", "fine"));
}

const Table& Look::edition_of(const casefile::Act& earlier) const {
    return rules.table_of(acts.empty() ? earlier.at.date() : acts.front().at.date(), earlier.at.date());
}

bool Look::holds(std::string_view id, std::string_view role) const {
    const auto* found = person(id);
    return recorded || (found != nullptr && has_role(*found, role));
}

bool Look::acts_as(std::string_view id, std::string_view role) const {
    const auto* found = person(id);
    return recorded || (found != nullptr && procedure::acts_as(*found, role, on));
}

bool has_role(const casefile::Staff& person, std::string_view role) {
    return std::ranges::find(person.roles, role) != person.roles.end();
}

bool acts_as(const casefile::Staff& person, std::string_view role, base::Date on) {
    return has_role(person, role) ||
           std::ranges::any_of(person.delegations, [&](const casefile::Delegation& delegation) {
               return delegation.role == role && !delegation.paper.empty() && delegation.from <= on &&
                      on <= delegation.until;
           });
}

}  // namespace procedure
