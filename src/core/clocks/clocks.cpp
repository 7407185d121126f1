#include "clocks/clocks.hpp"

#include <algorithm>

#include "clocks/book.hpp"
#include "clocks/evaluate.hpp"

namespace clocks {

namespace {

bool is_same(const ClockView& a, const ClockView& b) {
    return a.code == b.code && a.of == b.of && a.status == b.status && a.due == b.due && a.met_on == b.met_on;
}

}  // namespace

std::vector<ClockView> clocks_of_party(const ClockTable& table, std::span<const casefile::Act> acts,
                                       const casefile::Matter& matter,
                                       const calendar::WorkCalendar& work_calendar, base::Date today,
                                       Detail detail) {
    Book book(table, acts, matter, today);
    book.runs.reserve(24);
    fold(book, work_calendar);
    std::vector<ClockView> views;
    views.reserve(book.runs.size());
    for (const auto& run : book.runs) views.push_back(evaluate(run, book, work_calendar, detail));
    return views;
}

std::vector<ClockView> clocks_of_parties(const ClockTable& table, std::span<const PartyActs> parties,
                                         const casefile::Matter& matter,
                                         const calendar::WorkCalendar& work_calendar, base::Date today,
                                         Detail detail) {
    std::vector<std::vector<ClockView>> by_party;
    for (const auto& each : parties) {
        by_party.push_back(clocks_of_party(table, each.acts, matter, work_calendar, today, detail));
        for (auto& view : by_party.back()) view.party = each.party;
    }
    std::vector<ClockView> views;
    for (std::size_t i = 0; i < by_party.size(); ++i) {
        for (auto& view : by_party[i]) {
            const bool shared = std::ranges::all_of(by_party, [&](const auto& others) {
                return std::ranges::any_of(others,
                                           [&](const ClockView& other) { return is_same(view, other); });
            });
            if (shared && i > 0) continue;
            views.push_back(view);
            if (shared) views.back().party.clear();
        }
    }
    return views;
}

std::vector<ClockView> clocks(const ClockTable& table, std::span<const casefile::Act> accepted,
                              const casefile::Matter& matter, const calendar::WorkCalendar& work_calendar,
                              base::Date today, Detail detail) {
    if (matter.parties.size() < 2)
        return clocks_of_party(table, accepted, matter, work_calendar, today, detail);
    // acts.md §1.4: an act without a party concerns all of them.
    std::vector<std::vector<casefile::Act>> acts;
    for (const auto& party : matter.parties)
        std::ranges::copy_if(accepted, std::back_inserter(acts.emplace_back()),
                             [&](const casefile::Act& act) { return !act.party || *act.party == party.id; });
    std::vector<PartyActs> parties;
    for (std::size_t i = 0; i < acts.size(); ++i) parties.push_back({matter.parties[i].id, acts[i]});
    return clocks_of_parties(table, parties, matter, work_calendar, today, detail);
}

}  // namespace clocks
