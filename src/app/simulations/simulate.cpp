#include "simulations/simulate.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace simulations {

namespace {

using discretion::Jurisdiction;

// What is tried, and its name.
struct Tried {
    std::optional<Jurisdiction> rules = {};
    std::optional<discretion::Benchmarks> benchmarks = {};
    std::string name = {};

    simulation::Draft draft() const {
        return {.benchmarks = benchmarks ? &*benchmarks : nullptr, .rules = rules ? &*rules : nullptr};
    }
    void add_name(const std::string& more) { name += (name.empty() ? "" : "；") + more; }
};

// The row to be tried stands where the viewer's own rules stand: a county's numbers are not another county's.
// What it does not lay down goes on as it is.
base::Result<Jurisdiction> rules_of(const office::Office& office, const std::string& place,
                                    const DraftRules& draft) {
    const auto chain = TRY(office.discretion.chain(draft.profile.empty() ? place : draft.profile));
    const Jurisdiction& nearest = *chain.places().front();
    const bool is_copy = !draft.profile.empty() || nearest.id == place;
    Jurisdiction rules = is_copy ? nearest : Jurisdiction{.name = "调整后的现行规则"};
    if (draft.profile.empty()) rules.name = "调整后的现行规则";
    rules.id = place;
    rules.shares = chain.shares();
    rules.floor = chain.floor();
    if (draft.lenient_to) rules.shares->lenient_to = *draft.lenient_to;
    if (draft.aggravated_from) rules.shares->aggravated_from = *draft.aggravated_from;
    if (rules.shares->lenient_to >= rules.shares->aggravated_from)
        return base::fail("bad_share", "从轻的上限应当小于从重的下限", {}, "draft.lenient_to");
    if (draft.floor) rules.floor = discretion::Floor{.share = *draft.floor, .source = "推演草案"};
    return rules;
}

// A draft takes effect one day; tried on the past it holds from the beginning, and speaks before every other
// table of its place on the violations it names.
discretion::Benchmarks with_table(const discretion::Benchmarks& in_force, discretion::BenchmarkTable draft) {
    const auto is_replaced = [&](const discretion::TableRow& row) {
        return std::ranges::find(draft.rows, row.violation, &discretion::TableRow::violation) !=
               draft.rows.end();
    };
    discretion::Benchmarks benchmarks;
    for (discretion::BenchmarkTable table : in_force.tables()) {
        if (table.jurisdiction == draft.jurisdiction) std::erase_if(table.rows, is_replaced);
        benchmarks.add(std::move(table));
    }
    draft.from = *base::Date::parse("1949-10-01");
    benchmarks.add(std::move(draft));
    return benchmarks;
}

base::Result<Tried> tried_of(const office::Office& office, const identity::Viewer& viewer,
                             const std::string& place, const Question& question,
                             const discretion::Benchmarks& in_force) {
    Tried tried;
    if (!question.rules.is_empty()) {
        tried.rules = TRY(rules_of(office, place, question.rules));
        tried.add_name(tried.rules->name);
    }
    if (question.table.empty()) return tried;
    auto version = office.ports.benchmarks.load(viewer, question.table);
    if (!version) return base::fail(version.error().code, "没有这一版裁量基准", {}, "draft.table");
    auto table = TRY(office::engine_table(*version, office.discretion.facts()));
    tried.add_name(version->title);
    tried.benchmarks = with_table(in_force, std::move(table));
    return tried;
}

class Run {
  public:
    Run(const office::Office& office, const Question& question, const simulation::Draft& draft,
        const discretion::Benchmarks& in_force)
        : office_(office), question_(question), draft_(draft), in_force_(in_force) {}

    void add(const ports::DecisionItem& item, const std::string& jurisdiction) {
        base::Object row = item.decision.content.object();
        row.set("case_no", item.case_no);
        const auto past =
            simulation::past_decision_from(base::Value(std::move(row)), jurisdiction, office_.discretion);
        if (!past) {
            ++answer_.unread;
            return;
        }
        const auto difference = simulation::compare(*past, office_.discretion, draft_, in_force_);
        answer_.outcome.add(*past, difference);
        if (question_.cases && is_wanted(*past, difference)) keep(item, *past, difference);
    }

    Answer take() { return std::move(answer_); }

  private:
    bool is_wanted(const simulation::PastDecision& past, const simulation::Difference& difference) const {
        const WantedCases& wanted = *question_.cases;
        if (wanted.by && simulation::key_of(past, *wanted.by) != wanted.key) return false;
        if (wanted.change && difference.change != *wanted.change) return false;
        return !wanted.replay || difference.replay == *wanted.replay;
    }

    // Decisions come in the order of their keys, so a page is what follows the key of the page before.
    void keep(const ports::DecisionItem& item, const simulation::PastDecision& past,
              const simulation::Difference& difference) {
        const std::string key = fmt::format("{},{},{:04}", item.decision.on.str(), item.case_no, past.act);
        if (key <= question_.cases->after) return;
        if (answer_.cases.size() == question_.cases->limit) {
            if (answer_.next.empty()) answer_.next = last_key_;
            return;
        }
        last_key_ = key;
        answer_.cases.push_back(
            {.case_no = item.case_no,
             .item = past.request.violation->name,
             .field = std::string(simulation::title_of_key(
                 simulation::Grouping::field, simulation::key_of(past, simulation::Grouping::field))),
             .party = std::string(simulation::title_of_key(
                 simulation::Grouping::party, simulation::key_of(past, simulation::Grouping::party))),
             .size = std::string(simulation::title_of_key(
                 simulation::Grouping::size, simulation::key_of(past, simulation::Grouping::size))),
             .decided_on = item.decision.on,
             .difference = difference});
    }

    const office::Office& office_;
    const Question& question_;
    const simulation::Draft& draft_;
    const discretion::Benchmarks& in_force_;
    Answer answer_;
    std::string last_key_;
};

base::Value case_value(const ComparedCase& one) {
    const simulation::Difference& difference = one.difference;
    base::Object value{
        {"case_no",    one.case_no                           },
        {"item",       one.item                              },
        {"field",      one.field                             },
        {"party",      one.party                             },
        {"size",       one.size                              },
        {"decided_on", one.decided_on.str()                  },
        {"decided",    difference.decided.str()              },
        {"expected",   difference.expected.str()             },
        {"change",     simulation::word_of(difference.change)},
        {"replay",     simulation::word_of(difference.replay)}
    };
    if (difference.tier) value.set("tier", discretion::word_of(*difference.tier));
    if (difference.draft_tier) value.set("draft_tier", discretion::word_of(*difference.draft_tier));
    if (!difference.why.empty()) value.set("why", difference.why);
    return value;
}

}  // namespace

base::Value Answer::to_value() const {
    base::Object value = outcome.to_value().object();
    value.set("draft", draft);
    value.set("unread", unread);
    base::List rows;
    for (const ComparedCase& one : cases) rows.push_back(case_value(one));
    value.set("rows", std::move(rows));
    if (!next.empty()) value.set("next", next);
    return value;
}

base::Result<Answer> simulate(const office::Office& office, const identity::Viewer& viewer,
                              const Question& question) {
    const ports::Agency agency = TRY(office.ports.directory.agency(viewer));
    const auto in_force = office.benchmarks.current();
    const Tried tried = TRY(tried_of(office, viewer, agency.jurisdiction, question, *in_force));
    const simulation::Draft draft = tried.draft();
    Run run(office, question, draft, *in_force);
    ports::DecisionFilter filter{.from = question.from, .until = question.until, .after = {}};
    do {
        const ports::DecisionPage page = TRY(office.ports.queries.decisions(viewer, filter));
        for (const ports::DecisionItem& item : page.decisions)
            run.add(item, item.agency == agency.code ? agency.jurisdiction : item.agency);
        filter.after = page.next;
    } while (!filter.after.empty());
    Answer answer = run.take();
    answer.draft = tried.name;
    return answer;
}

}  // namespace simulations
