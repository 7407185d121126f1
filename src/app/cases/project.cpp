#include "cases/project.hpp"

#include <algorithm>

#include "cases/case_facts.hpp"
#include "cases/duties.hpp"
#include "cases/past_decisions.hpp"
#include "procedure/main_state.hpp"

namespace cases {

namespace {

ports::ClockRow row_of(const clocks::ClockView& clock) {
    return {.code = clock.code,
            .title = clock.title,
            .basis = clock.basis,
            .status = std::string(clocks::code_of(clock.status)),
            .of = clock.of,
            .anchor = clock.anchor,
            .due = clock.due,
            .raw = clock.raw,
            .due_instant = clock.due_instant,
            .met_on = clock.met_on,
            .warn_on = clock.warn_on,
            .provisional = clock.provisional};
}

ports::TaskRow row_of(const procedure::Task& task) {
    return {.id = task.id,
            .title = task.title,
            .status = task.status,
            .act = task.act,
            .basis = task.basis,
            .because = task.because};
}

bool is_open(procedure::MainState state) {
    using enum procedure::MainState;
    return state != closed && state != archived && state != not_filed && state != clue_transferred &&
           state != joined && state != refused && state != agreed && state != ended;
}

// 程序规定 第七十条: the papers of an on-the-spot penalty are filed in seven days, its fine is due in
// fifteen.
bool owes_on_the_spot(const procedure::Case& file) {
    return std::ranges::any_of(file.states(), [](const procedure::State& state) {
        return state.decision() != nullptr && state.decision()->owes_on_the_spot();
    });
}

std::string name_in(const std::vector<ports::RecordedAct>& acts, const std::string& person) {
    for (const auto& recorded : acts)
        for (const auto& signature : recorded.signatures)
            if (signature.person == person) return signature.name;
    return person;
}

// The field of law of a case is that of the violation it was filed for first: "food" of "food.expired".
std::string field_of(const CaseFacts& facts) {
    if (facts.violations.empty()) return {};
    return facts.violations.front().substr(0, facts.violations.front().find('.'));
}

// Until filing names the handlers, a case is with whoever registered it or took it over.
std::vector<std::string> keepers(const procedure::Case& state) {
    std::vector<std::string> people = state.acts().front().by;
    for (const casefile::Act& act : state.live_acts()) {
        if (act.type != "hand_over") continue;
        const auto from = std::ranges::find(people, act.data.text("from"));
        if (from != people.end()) *from = std::string(act.data.text("to"));
    }
    return people;
}

// Lists ask what is still to be done. What was done stays in the acts, and the page of the case folds them.
bool is_listed(const procedure::Task& task) {
    return task.status != "done";
}

// An open case keeps all its clocks, which a change of the calendar is compared by; of a closed one only
// those that neither an act nor the loss of their reason has ended, so that no calendar changes which they
// are.
bool is_listed(const clocks::ClockView& clock, bool open) {
    return open || (!clock.met_on && clock.status != clocks::Status::voided);
}

base::Instant end_of(base::Date day) {
    return base::Instant::at(day, 23, 59);
}

}  // namespace

ports::Projection project(const procedure::Case& state, base::Date today,
                          const std::vector<ports::RecordedAct>& acts) {
    const CaseFacts facts = facts_of(state);
    const procedure::MainState main_state = state.main_state(end_of(today));
    ports::Projection result{
        .as_of = today,
        .cause = facts.cause,
        .party = state.matter().parties.empty() ? "" : state.matter().parties.front().name,
        .state = std::string(procedure::name(main_state)),
        .state_label = std::string(state.rules().table.state_label(main_state)),
        .track = std::string(state.track()),
        .field = field_of(facts),
        .handlers = facts.handlers,
        .handler_names = {},
        .barred = state.state().recused,
        .open = is_open(main_state) || owes_on_the_spot(state),
        .clocks = {},
        .tasks = {}};
    if (result.handlers.empty() && !state.acts().empty()) result.handlers = keepers(state);
    for (const std::string& handler : result.handlers) result.handler_names.push_back(name_in(acts, handler));
    if (auto day = base::Date::parse(facts.registered_on)) result.registered_on = *day;
    if (auto day = base::Date::parse(facts.filed_on)) result.filed_on = *day;
    const auto views = state.clocks(today, clocks::Detail::brief);
    for (const auto& clock : views)
        if (is_listed(clock, result.open)) result.clocks.push_back(row_of(clock));
    for (const auto& task : state.tasks(end_of(today)))
        if (is_listed(task)) result.tasks.push_back(row_of(task));
    for (auto& duty : duties(state, end_of(today), views)) result.tasks.push_back(std::move(duty));
    result.decisions = past_decisions(state);
    return result;
}

}  // namespace cases
