#include "procedure/case.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "procedure/derived.hpp"
#include "procedure/fold.hpp"
#include "procedure/hearing_range.hpp"
#include "procedure/returning.hpp"

namespace procedure {

namespace {

using casefile::Act;

std::unexpected<base::Error> bad(std::string message, std::string field) {
    return base::fail("bad_input", std::move(message), {}, std::move(field));
}

// acts.md §1.4: with several parties an act says whom it concerns, from the notice on.
bool needs_party(const ActType& type, const std::vector<State>& states) {
    static constexpr std::array<std::string_view, 4> phases{"notice", "decide", "perform", "after"};
    if (type.id == "approve_notice") return true;
    if (std::ranges::find(phases, type.phase) == phases.end()) return false;
    return std::ranges::any_of(states,
                               [](const State& state) { return state.main >= MainState::notice_approved; });
}

std::string unknown_act(const Act& act, const Rules& rules) {
    return rules.table.find(act.type) == nullptr
               ? fmt::format("未知的行为 {}", act.type)
               : fmt::format("本案适用的程序中没有行为 {}，它在立案以后才施行或者已经停止施行", act.type);
}

// Whether an act is refused without the struck one for nothing else than with it.
bool arises_anyway(const base::Result<std::optional<Refusal>>& without,
                   const base::Result<std::optional<Refusal>>& with) {
    if (!without || !with) return !without && !with;
    if (!*without || !*with) return !*without;
    const auto known = [&](const std::string& code) {
        const auto& also = (*with)->also;
        return code == (*with)->code || std::ranges::find(also, code) != also.end();
    };
    return known((*without)->code) && std::ranges::all_of((*without)->also, known);
}

}  // namespace

Case::Case(const Rules& rules, casefile::Matter matter) : rules_(&rules), matter_(std::move(matter)) {
    if (matter_.parties.empty()) matter_.parties.emplace_back();
    first_parties_ = matter_.parties;
    for (const auto& party : matter_.parties) states_.push_back({.party = party.id});
    by_party_.resize(states_.size());
    by_party_kept_ = states_.size() > 1;
}

const Table& Case::table(base::Date on) const {
    return rules_->table_of(acts_.empty() ? on : acts_.front().at.date(), on);
}

const ActType* Case::type_of(const Act& act) const {
    return table(act.at.date()).find(act.type);
}

// What was recorded stays readable when its row is no longer in force.
const ActType& Case::recorded_type(const Act& act) const {
    const auto* type = type_of(act);
    return type != nullptr ? *type : *rules_->table.find(act.type);
}

bool Case::struck(int n) const {
    return std::ranges::find(struck_, n) != struck_.end();
}

std::span<const Act> Case::live_acts() const {
    return struck_.empty() ? acts_ : live_;
}

std::vector<std::string> Case::handlers() const {
    return states_.front().handlers;
}

base::Result<const ActType*> Case::read_envelope(const Act& act, Trial trial) const {
    const auto* type = type_of(act);
    if (type == nullptr) return bad(unknown_act(act, *rules_), "act");
    const auto known = [&](const std::string& id) {
        return trial == Trial::recorded ||
               std::ranges::find(matter_.staff, id, &casefile::Staff::id) != matter_.staff.end();
    };
    for (std::size_t i = 0; i < act.by.size(); ++i)
        if (!known(act.by[i]))
            return bad(fmt::format("没有编号为 {} 的人员", act.by[i]), fmt::format("by.{}", i));
    if (act.approved_by && !known(*act.approved_by))
        return bad(fmt::format("没有编号为 {} 的人员", *act.approved_by), "approved_by");
    if (act.party &&
        std::ranges::find(matter_.parties, *act.party, &casefile::Party::id) == matter_.parties.end())
        return bad(fmt::format("没有编号为 {} 的当事人", *act.party), "party");
    const bool about_one = type->id == "replace_party" || type->id == "correct_party";
    if (states_.size() > 1 && !act.party && (about_one || needs_party(*type, states_)))
        return bad("本案有多名当事人，应当写明针对哪一名当事人", "party");
    if (!acts_.empty() && act.at < acts_.back().at)
        return bad(fmt::format("时间不得早于上一行为（{}）", acts_.back().at.chinese()), "at");
    return type;
}

std::vector<std::size_t> Case::concerned(const Act& act) const {
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < states_.size(); ++i)
        if (!act.party || states_[i].party == *act.party) places.push_back(i);
    return places;
}

std::span<const Act> Case::acts_of(std::size_t party) const {
    return by_party_kept_ ? by_party_[party] : live_acts();
}

FoldContext Case::context_of(std::size_t party, const ActType& type) const {
    return {.rules = *rules_,
            .matter = matter_,
            .party = matter_.parties[party],
            .acts = acts_of(party),
            .type = type};
}

// Nothing when the recorded state still holds on that day.
std::shared_ptr<const State> Case::changed_by_time(std::size_t party, base::Date on) const {
    const State& recorded = states_[party];
    if (std::ranges::none_of(recorded.coming, [&](const Coming& coming) { return coming.on <= on; }))
        return nullptr;
    auto later = std::make_shared<State>(recorded);
    take_effect(*later, on, context_of(party, recorded_type(acts_.back())));
    return later;
}

// The state of that party on that day, for as long as the case is not changed.
std::shared_ptr<const State> Case::standing(std::size_t party, base::Date on) const {
    if (auto later = changed_by_time(party, on)) return later;
    return {std::shared_ptr<const State>(), &states_[party]};
}

Look Case::look(const Act& act, const ActType& type, std::size_t party) const {
    const auto state = standing(party, act.at.date());
    return {.rules = *rules_,
            .table = table(act.at.date()),
            .matter = matter_,
            .party = matter_.parties[party],
            .acts = acts_of(party),
            .state = *state,
            .type = type,
            .act = act,
            .on = act.at.date(),
            .main = main_at(*state, act.at, *rules_),
            .kept = state};
}

base::Result<std::optional<Refusal>> Case::check(Act act) const {
    return check(std::move(act), Trial::fresh);
}

base::Result<std::optional<Refusal>> Case::check(Act act, Trial trial) const {
    if (act.n == 0) act.n = acts_.empty() ? 1 : acts_.back().n + 1;
    const ActType* type = TRY(read_envelope(act, trial));
    const Named named = trial == Trial::recorded ? Named::anybody : Named::staff;
    const ReadData read = TRY(read_data(act.data, *type, table(act.at.date()), matter_, named));
    TRY(read_paper(act.paper, *type, table(act.at.date()), matter_));
    for (const auto place : concerned(act)) {
        ClockMemo memo;
        Look looking = look(act, *type, place);
        looking.memo = &memo;
        looking.recorded = trial == Trial::recorded;
        if (auto refusal = judge(looking, read)) return refusal;
    }
    if (type->id == "strike") return judge_strike(act, *type);
    return std::nullopt;
}

std::vector<std::string> Case::approval_chain(const Act& act) const {
    const auto* type = type_of(act);
    if (type == nullptr) return {};
    const auto places = concerned(act);
    return procedure::approval_chain(look(act, *type, places.empty() ? 0 : places.front()));
}

base::Result<std::optional<Refusal>> Case::try_act(Act act) {
    if (act.n == 0) act.n = acts_.empty() ? 1 : acts_.back().n + 1;
    auto refusal = TRY(check(act));
    if (!refusal) {
        const auto& type = recorded_type(act);
        note_where_it_leads(act);
        fold_in(std::move(act), type);
    }
    return refusal;
}

// 退回: the record says to which stage the case went. What was entered before records said so folds as it
// folded then (fold_running.cpp).
void Case::note_where_it_leads(Act& act) const {
    auto* data = act.data.as_object();
    const auto places = concerned(act);
    if (act.type != "return" || data == nullptr || places.empty()) return;
    const auto state = standing(places.front(), act.at.date());
    const auto main = main_at(*state, act.at, *rules_);
    const auto n = act.data.integer("of").value_or(0);
    const auto of = std::ranges::find_if(acts_, [&](const Act& each) { return n != 0 && each.n == n; });
    const auto back = returned_to(*state, main, of == acts_.end() ? nullptr : &*of, act.data.text("step"),
                                  table(act.at.date()));
    data->set("goes_to", name(back ? back->stage : main));
}

base::Result<void> Case::restore(Act act) {
    if (rules_->table.find(act.type) == nullptr) return bad(unknown_act(act, *rules_), "act");
    if (act.n == 0) act.n = acts_.empty() ? 1 : acts_.back().n + 1;
    const auto& type = recorded_type(act);
    fold_in(std::move(act), type);
    return {};
}

void Case::fold_into_states(const Act& act, const ActType& type) {
    for (const auto i : concerned(act)) {
        if (by_party_kept_) by_party_[i].push_back(act);
        fold(states_[i], act, context_of(i, type));
    }
}

void Case::fold_in(Act act, const ActType& type) {
    acts_.push_back(std::move(act));
    if (!struck_.empty()) live_.push_back(acts_.back());
    const Act& taken = acts_.back();
    if (type.id == "strike")
        strike(static_cast<int>(taken.data.integer("of").value_or(0)));
    else
        fold_one(taken, type);
}

void Case::fold_one(const Act& act, const ActType& type) {
    if (type.id == "record_party" || type.id == "correct_party") take_party(act);
    fold_into_states(act, type);
    if (type.phase == "running") take_parties(act);
}

// A struck act counts as not done: the states are folded anew without it, act by act as they came.
void Case::strike(int n) {
    struck_.push_back(n);
    live_.clear();
    live_.reserve(acts_.size() + 1);
    states_.clear();
    matter_.parties = first_parties_;
    for (const auto& party : matter_.parties) states_.push_back({.party = party.id});
    by_party_.assign(states_.size(), {});
    by_party_kept_ = states_.size() > 1;
    for (const auto& act : acts_) {
        if (struck(act.n)) continue;
        live_.push_back(act);
        if (act.type != "strike") fold_one(act, recorded_type(act));
    }
}

// Refused when a later act rests on it: pointed at it, or could not have been done without it. The acts that
// stay are tried as they stood on their own days: who held which office then was judged then, and who has
// left since does not undo what he did. Nor does a rule the act was recorded before: only what goes wrong by
// the strike counts.
std::optional<Refusal> Case::judge_strike(const Act& act, const ActType& type) const {
    const int of = static_cast<int>(act.data.integer("of").value_or(0));
    const auto refuse = [&](std::string detail, std::vector<std::string> cure = {}) {
        return refusal_of(
            {
                {.code = "strike_not_allowed",
                 .detail = std::move(detail),
                 .field = "of",
                 .cure = std::move(cure)}
        },
            look(act, type, 0));
    };
    for (const auto& each : live_acts())
        if (const auto& kind = recorded_type(each); each.n == of && !kind.never_struck.empty())
            return refuse(kind.never_struck, kind.instead);
    for (const auto& paper : documents())
        if (paper.of == of && paper.status == "served")
            return refuse(fmt::format("其《{}》已经送达", paper.title), {"correct"});
    casefile::Matter matter = matter_;
    matter.parties = first_parties_;
    Case kept(*rules_, matter), without(*rules_, std::move(matter));
    const auto falls = [&](const Act& each) {
        const auto tried = without.check(each, Trial::recorded);
        return (!tried || *tried) && !arises_anyway(tried, kept.check(each, Trial::recorded));
    };
    for (const auto& each : live_acts()) {
        if (each.n > of) {
            const auto read =
                read_data(each.data, recorded_type(each), table(each.at.date()), matter_, Named::anybody);
            if (read && std::ranges::any_of(read->references,
                                            [&](const Reference& reference) { return reference.n == of; }))
                return refuse(fmt::format("第{}项行为以它为依据", each.n));
            if (falls(each)) return refuse(fmt::format("没有它，第{}项行为不能成立", each.n));
        }
        if (!kept.restore(each) || (each.n != of && !without.restore(each)))
            return refuse("案件不能重新推演");
    }
    return std::nullopt;
}

MainState Case::main_state(base::Instant at) const {
    MainState least = MainState::ended;
    for (std::size_t i = 0; i < states_.size(); ++i)
        least = std::min(least, main_at(*standing(i, at.date()), at, *rules_));
    return least;
}

std::string_view Case::track() const {
    const State& state = states_.front();
    if (matter_.procedure == casefile::Track::complaint) return "complaint";
    if (matter_.procedure == casefile::Track::summary ||
        (state.decision() != nullptr && state.decision()->on_spot))
        return "summary";
    // procedure.md §14: hearing range, a legal-review ground, a measure or a referral takes the case off the
    // fast track.
    // So does a report that proposes what the party may have heard.
    const auto report =
        std::ranges::find_if(acts_, [&](const Act& act) { return act.n == state.report && !struck(act.n); });
    const bool heard =
        report != acts_.end() && state.report != 0 &&
        in_hearing_range(report->data["penalty"],
                         rules_->sums.of(matter_, matter_.parties.front(), report->at.date()).hearing);
    const bool left = heard || state.legal_grounds || !state.seizures.empty() ||
                      !state.registrations.empty() || !state.referrals.empty() ||
                      (state.notice && state.notice->in_hearing_range);
    // A case taken in for the fast track and filed without its conditions goes the ordinary way.
    const bool meant = state.filed != 0 ? state.fast : matter_.procedure == casefile::Track::fast;
    return meant && !left ? "fast" : "ordinary";
}

}  // namespace procedure
