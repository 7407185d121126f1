#include <algorithm>

#include "clocks/clocks.hpp"
#include "clocks/performance.hpp"
#include "procedure/case.hpp"
#include "procedure/derived.hpp"

namespace procedure {

namespace {

using base::Instant;
using base::List;
using base::Object;
using base::Value;
using casefile::Act;

constexpr int last_hour = 23;
constexpr int last_minute = 59;

Value entry(int n, std::string_view state) {
    return Object{
        {"n",     n    },
        {"state", state}
    };
}

void put(Object& sub, std::string_view machine, List list) {
    if (!list.empty()) sub.set(machine, std::move(list));
}

// 行政强制法 第二十五条: the last day of a seizure is that of its clock.
std::optional<base::Date> seize_due(const std::vector<clocks::ClockView>& views, int n) {
    const auto* clock = clocks::find(views, "SEIZE", n);
    if (clock == nullptr || clock->status == clocks::Status::not_held || !clock->due_known)
        return std::nullopt;
    return clock->due;
}

Value sub_of(const State& state, const std::vector<clocks::ClockView>& views, Instant at,
             const Rules& rules) {
    List registrations, seizures, hearings, referrals, publicity, repairs, remedies;
    for (const auto& each : state.registrations)
        registrations.push_back(entry(each.n, registration_state(each, at, rules)));
    for (const auto& each : state.seizures)
        seizures.push_back(entry(each.n, seizure_state(each, at, seize_due(views, each.n), rules)));
    if (state.hearing.request != 0) hearings.push_back(entry(state.hearing.request, state.hearing.state()));
    for (const auto& each : state.referrals) referrals.push_back(entry(each.n, each.state));
    for (const auto& each : state.decisions)
        if (!each.public_state.empty() && (!each.revoked || each.public_state != "DUE"))
            publicity.push_back(entry(each.n, each.public_state));
    for (const auto& each : state.repairs) repairs.push_back(entry(each.n, each.state));
    for (const auto& each : state.remedies)
        remedies.push_back(
            entry(each.n, std::string(each.suit ? "SUIT_" : "RECON_") + (each.ended ? "ENDED" : "RUNNING")));
    Object sub;
    put(sub, "A", std::move(registrations));
    put(sub, "M", std::move(seizures));
    put(sub, "H", std::move(hearings));
    put(sub, "K", std::move(referrals));
    put(sub, "B", std::move(publicity));
    put(sub, "U", std::move(repairs));
    put(sub, "W", std::move(remedies));
    return sub;
}

Value clock_values(const std::vector<clocks::ClockView>& views, std::string_view party) {
    List list;
    for (const auto& view : views)
        if (party.empty() || view.party.empty() || view.party == party) list.push_back(view.to_value());
    return list;
}

const Act* serving(std::span<const Act> acts, const std::string& document, int of) {
    for (const auto& act : acts) {
        if (act.type != "serve" || act.data.text("outcome") != "served" ||
            document_no(act.data["document"]) != document)
            continue;
        const auto named = act.data.integer("of");
        if (named ? *named == of : act.n > of) return &act;
    }
    return nullptr;
}

// 程序规定 第三十二条: a commission letter goes to the laboratory, whose result shows that it came.
bool answered_by_laboratory(std::span<const Act> acts, const std::string& document, int of) {
    return document == "30" && std::ranges::any_of(acts, [&](const Act& act) {
               return act.type == "receive_test_result" && act.data.integer("of") == of;
           });
}

bool handed_over_on_the_spot(const Act& act) {
    return act.data.truth("handed_over");
}

}  // namespace

std::vector<clocks::ClockView> Case::clocks(base::Date today, clocks::Detail detail) const {
    if (states_.size() == 1)
        return clocks::clocks_of_party(rules_->clocks, acts_of(0), matter_, rules_->calendar, today, detail);
    std::vector<clocks::PartyActs> parties;
    for (std::size_t i = 0; i < states_.size(); ++i) parties.push_back({states_[i].party, acts_of(i)});
    return clocks::clocks_of_parties(rules_->clocks, parties, matter_, rules_->calendar, today, detail);
}

Value Case::sub_states(base::Date today) const {
    return sub_of(*standing(0, today), clocks(today, clocks::Detail::brief),
                  Instant::at(today, last_hour, last_minute), *rules_);
}

// 程序规定 第七十七条第一款第（一）项: the decision is performed when nothing of this is left.
Value Case::due(std::string_view party) const {
    for (std::size_t i = 0; i < states_.size(); ++i) {
        if (!party.empty() && states_[i].party != party) continue;
        const auto owed = clocks::performance(acts_of(i));
        if (!owed || !owed->served_on || owed->performed_on) continue;
        Object due;
        for (const auto& [item, rest] : {
                 std::pair{"fine",     owed->fine_rest()    },
                 std::pair{"gains",    owed->gains_rest()   },
                 std::pair{"late_fee", owed->late_fee_rest()}
        })
            if (rest > base::Money()) due.set(item, rest.str());
        List items;
        for (const auto& item : owed->open_items) items.emplace_back(item);
        if (!items.empty()) due.set("items", std::move(items));
        return due;
    }
    return {};
}

std::vector<LateAnswer> Case::late_answers() const {
    std::vector<LateAnswer> late;
    for (const auto& state : states_)
        for (const auto& answer : state.answers) {
            if (!answer.late_for || std::ranges::find(late, answer.n, &LateAnswer::n) != late.end()) continue;
            const auto& versions = rules_->clocks.versions("ANSWER");
            const auto* row = rules_->clocks.find("ANSWER", *answer.late_for);
            if (row == nullptr && versions.empty()) continue;
            if (row == nullptr) row = &versions.front();
            late.push_back(
                {.n = answer.n, .period = row->title, .basis = row->basis, .due = *answer.late_for});
        }
    std::ranges::sort(late, {}, &LateAnswer::n);
    return late;
}

std::vector<DueDocument> Case::documents() const {
    std::vector<DueDocument> due;
    for (const auto& act : live_acts()) {
        const auto* type = &recorded_type(act);
        for (const auto& no : documents_of(*type, act.data)) {
            const auto* document = table(act.at.date()).document(no);
            if (document == nullptr) continue;
            DueDocument paper{.document = no, .title = document->title, .of = act.n, .status = "made"};
            if (document->receipt) {
                const auto* serve = serving(live_acts(), no, act.n);
                const bool reached = serve != nullptr || handed_over_on_the_spot(act) ||
                                     answered_by_laboratory(live_acts(), no, act.n);
                paper.status = reached ? "served" : "to_serve";
                if (serve != nullptr) {
                    paper.served_by = serve->n;
                    paper.served_on = clocks::service_day(*serve);
                } else if (handed_over_on_the_spot(act)) {
                    paper.served_on = act.at.date();
                }
            }
            due.push_back(std::move(paper));
        }
    }
    return due;
}

Value Case::output(base::Date today) const {
    const Instant end_of_day = Instant::at(today, last_hour, last_minute);
    const auto views = clocks(today);
    Object output{
        {"state", name(main_state(end_of_day))},
        {"sub", sub_of(*standing(0, today), views, end_of_day, *rules_)},
        {"track", track()},
        {"clocks", clock_values(views, {})}
    };
    List open, documents_due;
    for (const auto& act : open_acts(end_of_day)) open.emplace_back(act.act);
    for (const auto& paper : documents()) {
        Object value{
            {"document", paper.document},
            {"title",    paper.title   },
            {"of",       paper.of      },
            {"status",   paper.status  }
        };
        if (paper.served_on) value.set("served_on", paper.served_on->str());
        if (paper.served_by != 0) value.set("served_by", paper.served_by);
        documents_due.emplace_back(std::move(value));
    }
    output.set("open", std::move(open));
    output.set("documents", std::move(documents_due));
    if (const auto left = due({}); !left.is_null()) output.set("due", left);
    List late;
    for (const auto& answer : late_answers()) late.emplace_back(answer.n);
    if (!late.empty()) output.set("late", std::move(late));
    if (states_.size() == 1) return output;
    Object parties;
    for (std::size_t i = 0; i < states_.size(); ++i) {
        const auto state = standing(i, today);
        parties.set(state->party, Object{
                                      {"state", name(main_at(*state, end_of_day, *rules_))},
                                      {"sub", sub_of(*state, views, end_of_day, *rules_)},
                                      {"clocks", clock_values(views, state->party)}
        });
    }
    output.set("parties", std::move(parties));
    return output;
}

}  // namespace procedure
