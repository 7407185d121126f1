#pragma once
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/instant.hpp"
#include "base/result.hpp"
#include "casefile/act.hpp"
#include "procedure/approval.hpp"
#include "procedure/check.hpp"
#include "procedure/refusal.hpp"
#include "procedure/rules.hpp"
#include "procedure/state.hpp"

namespace procedure {

struct FoldContext;

struct OpenAct {
    std::string act;
    std::string title;
    std::string phase;
    std::string basis;
    std::vector<std::string> roles;
    std::vector<std::string> approval_chain;
    bool handlers = false;
};

struct ShutAct {
    std::string act;
    std::string title;
    std::string phase;
    Refusal refusal;
};

struct Task {
    std::string id;
    std::string title;
    std::string status;  // done begun can_start cannot_start waiting
    std::string act;     // the act that does it
    std::string basis;
    std::string because = {};  // why it cannot start, with the article; or what is waited for
    std::vector<int> done_by = {};
};

// An answer that came after its period: it is heard all the same, and what it was late for is said.
struct LateAnswer {
    int n = 0;
    std::string period;  // 陈述、申辩期限
    std::string basis;   // 程序规定 第五十七条第二款
    base::Date due;      // the day it was over
};

struct DueDocument {
    std::string document;  // "37"
    std::string title;
    int of = 0;          // the act it belongs to
    std::string status;  // made, to_serve, served
    std::optional<base::Date> served_on = {};
    int served_by = 0;  // n of the serving act
};

// A case: the fold of its accepted acts to what is so now. An act is tried against the law; refused, it
// leaves no trace.
class Case {
  public:
    Case(const Rules& rules, casefile::Matter matter);

    // Error: bad input, with the path below the act ("data.found_on"). Refusal: not allowed by law. Neither:
    // folded in. `n` of the act is its place, greater than that of every act before it; 0 stands for the next
    // one.
    base::Result<std::optional<Refusal>> try_act(casefile::Act act);
    // The same without recording anything.
    base::Result<std::optional<Refusal>> check(casefile::Act act) const;
    // Folds an act that was accepted before, without asking the guards again (loading from the store).
    // An error only when the act type is unknown.
    base::Result<void> restore(casefile::Act act);

    // Who has to approve this act of a known type, the last one signing; empty: nobody.
    std::vector<std::string> approval_chain(const casefile::Act& act) const;
    std::vector<OpenAct> open_acts(base::Instant at) const;
    std::vector<ShutAct> shut_acts(base::Instant at) const;
    // One of shut_acts. `known`: what is known already of the act's data, such as what the leaders are to
    // discuss.
    std::optional<Refusal> why_shut(std::string_view act, base::Instant at, base::Value known = {}) const;
    std::vector<Task> tasks(base::Instant at) const;
    std::vector<DueDocument> documents() const;
    std::vector<clocks::ClockView> clocks(base::Date today,
                                          clocks::Detail detail = clocks::Detail::explained) const;
    base::Value sub_states(base::Date today) const;
    // What a served penalty decision still asks for: fine, gains, late_fee, items; null when nothing is due.
    base::Value due(std::string_view party) const;
    MainState main_state(base::Instant at) const;  // of the party least far
    // 程序规定 第五十七条: answers of the party that came after their five working days, in their order.
    std::vector<LateAnswer> late_answers() const;
    std::string_view track() const;              // ordinary fast summary
    base::Value output(base::Date today) const;  // DESIGN §7

    const casefile::Matter& matter() const { return matter_; }
    const std::vector<casefile::Act>& acts() const { return acts_; }  // accepted, struck ones too
    std::span<const casefile::Act> live_acts() const;                 // without the struck ones
    bool struck(int n) const;
    const State& state() const { return states_.front(); }  // of the first party
    const std::vector<State>& states() const { return states_; }
    // The state of that party on that day, what time alone has changed included, for as long as the case is
    // not changed. `state` and `states` are what was recorded.
    std::shared_ptr<const State> standing(std::size_t party, base::Date on) const;
    std::vector<std::string> handlers() const;  // 办案人员, staff ids
    const Rules& rules() const { return *rules_; }
    // The edition of the procedure an act of that day stands under: a running case keeps the one it began
    // under.
    const Table& table(base::Date on) const;

  private:
    // Whether an act is tried for the first time, or was accepted before and is tried without a struck one.
    enum class Trial { fresh, recorded };
    base::Result<std::optional<Refusal>> check(casefile::Act act, Trial trial) const;
    base::Result<const ActType*> read_envelope(const casefile::Act& act, Trial trial) const;
    const ActType* type_of(const casefile::Act& act) const;
    const ActType& recorded_type(const casefile::Act& act) const;
    std::vector<std::size_t> concerned(const casefile::Act& act) const;
    std::span<const casefile::Act> acts_of(std::size_t party) const;
    FoldContext context_of(std::size_t party, const ActType& type) const;
    std::shared_ptr<const State> changed_by_time(std::size_t party, base::Date on) const;
    Look look(const casefile::Act& act, const ActType& type, std::size_t party) const;
    std::optional<Refusal> judge_strike(const casefile::Act& act, const ActType& type) const;
    std::optional<Refusal> probe_act(const ActType& type, base::Instant at, std::vector<ClockMemo>& memos,
                                     const base::Value& known = {}) const;
    bool is_open(const ActType& type, base::Instant at, std::vector<ClockMemo>& memos,
                 const base::Value& known = {}) const;
    void note_where_it_leads(casefile::Act& act) const;
    void fold_in(casefile::Act act, const ActType& type);
    void fold_into_states(const casefile::Act& act, const ActType& type);
    void fold_one(const casefile::Act& act, const ActType& type);
    void take_party(const casefile::Act& act);
    void take_parties(const casefile::Act& act);
    void admit(const base::Value& data);
    void replace(const casefile::Act& act);
    void let_go(const casefile::Act& act);
    void strike(int n);

    const Rules* rules_;
    casefile::Matter matter_;
    std::vector<casefile::Party> first_parties_;  // before any act completed what is known of them
    std::vector<casefile::Act> acts_;
    std::vector<int> struck_;
    std::vector<casefile::Act> live_;  // only filled once an act was struck
    std::vector<State> states_;        // one per party
    // What concerns each party: only kept once there were several (acts.md §1.4).
    bool by_party_kept_ = false;
    std::vector<std::vector<casefile::Act>> by_party_;
};

}  // namespace procedure
