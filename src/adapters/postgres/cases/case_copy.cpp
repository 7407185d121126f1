#include "postgres/cases/case_copy.hpp"

#include "postgres/cases/body.hpp"
#include "postgres/cases/matter.hpp"
#include "postgres/cases/projection.hpp"

namespace postgres {

namespace {

// One row of COPY's text format.
void add_row(std::string& to, const Params& params) {
    bool first = true;
    for (const auto& text : params.texts()) {
        if (!first) to += '\t';
        first = false;
        if (!text) {
            to += "\\N";
            continue;
        }
        for (const char letter : *text) {
            if (letter == '\\') {
                to += "\\\\";
            } else if (letter == '\n') {
                to += "\\n";
            } else if (letter == '\r') {
                to += "\\r";
            } else if (letter == '\t') {
                to += "\\t";
            } else {
                to += letter;
            }
        }
    }
    to += '\n';
}

Params clock_row(std::string_view no, std::size_t position, const ports::ClockRow& clock) {
    return Params(no, position, clock.code, clock.title, clock.basis, clock.status, clock.of, clock.anchor,
                  clock.due, clock.raw, clock.due_instant, clock.met_on, clock.warn_on, clock.provisional);
}

void add_derived(std::string& clocks, std::string& tasks, std::string& decisions, std::string_view no,
                 const ports::Projection& shown) {
    for (std::size_t i = 0; i < shown.clocks.size(); ++i) add_row(clocks, clock_row(no, i, shown.clocks[i]));
    for (std::size_t i = 0; i < shown.tasks.size(); ++i) {
        const auto& task = shown.tasks[i];
        add_row(tasks, Params(no, i, task.id, task.title, task.status, task.act, task.basis, task.because));
    }
    for (std::size_t i = 0; i < shown.decisions.size(); ++i)
        add_row(decisions, Params(no, i, shown.decisions[i].on, shown.decisions[i].content));
}

// Writes the acts with their chain; says the hash of the last one.
std::string add_acts(std::string& to, const WholeCase& whole) {
    std::string head = first_prev_hash();
    bool is_first = true;
    for (const ports::RecordedAct& recorded : whole.acts) {
        base::Object sealed;
        if (is_first)
            sealed.set("matter", sealed_matter(track_name(whole.matter.procedure), whole.matter.province,
                                               parties_value(whole.matter.parties)));
        is_first = false;
        const std::string body = body_of(whole.no, recorded, sealed);
        std::string hash = chain_hash(head, body);
        add_row(to, Params(whole.no, recorded.act.n, recorded.act.type, recorded.act.recorded_at, body, head,
                           hash));
        head = std::move(hash);
    }
    return head;
}

}  // namespace

void CaseCopy::add(const WholeCase& whole, WithActs acts) {
    const std::string head = acts == WithActs::yes ? add_acts(acts_, whole) : first_prev_hash();
    const auto& recorded_at = whole.acts.back().act.recorded_at;
    Params params(whole.no, whole.node, track_name(whole.matter.procedure), whole.matter.province,
                  parties_value(whole.matter.parties), whole.acts.size(), head,
                  whole.acts.front().act.recorded_at, recorded_at);
    add_projection(params, whole.projection, whole.projection.barred);
    add_row(cases_, params);
    add_derived(clocks_, tasks_, decisions_, whole.no, whole.projection);
}

base::Result<void> CaseCopy::flush() {
    TRY(owner_.plain("BEGIN"));
    TRY(owner_.copy_in("copy/cases", cases_));
    TRY(owner_.copy_in("copy/acts", acts_));
    TRY(owner_.copy_in("copy/clocks", clocks_));
    TRY(owner_.copy_in("copy/tasks", tasks_));
    TRY(owner_.copy_in("copy/decisions", decisions_));
    TRY(owner_.plain("COMMIT"));
    for (auto* text : {&cases_, &acts_, &clocks_, &tasks_, &decisions_}) text->clear();
    return {};
}

namespace {

// Holds the rows; says which cases still stand where they were read.
base::Result<std::vector<const RebuiltCase*>> unmoved(Connection& owner, std::span<const RebuiltCase> cases) {
    std::map<std::string, const RebuiltCase*, std::less<>> by_number;
    std::vector<std::string> numbers;
    for (const RebuiltCase& each : cases) {
        by_number.emplace(each.no, &each);
        numbers.push_back(each.no);
    }
    std::vector<const RebuiltCase*> held;
    for (const auto row : TRY(owner.run("copy/hold", Params(numbers)))) {
        const auto* each = by_number.find(row.view("no"))->second;
        if (row.integer("version") == each->version) held.push_back(each);
    }
    return held;
}

base::Result<void> replace_held(Connection& owner, std::span<const RebuiltCase> cases) {
    std::vector<std::string> numbers;
    std::string columns, clocks, tasks, decisions;
    for (const RebuiltCase* each : TRY(unmoved(owner, cases))) {
        numbers.push_back(each->no);
        Params params(each->no);
        add_projection(params, each->projection, each->projection.barred);
        add_row(columns, params);
        add_derived(clocks, tasks, decisions, each->no, each->projection);
    }
    TRY(owner.run("copy/make_rebuilt"));
    TRY(owner.copy_in("copy/rebuilt", columns));
    TRY(owner.run("copy/take_rebuilt"));
    for (const auto* cut : {"copy/cut_clocks", "copy/cut_tasks", "copy/cut_decisions"})
        TRY(owner.run(cut, Params(numbers)));
    TRY(owner.copy_in("copy/clocks", clocks));
    TRY(owner.copy_in("copy/tasks", tasks));
    return owner.copy_in("copy/decisions", decisions);
}

}  // namespace

base::Result<void> replace_projections(Connection& owner, std::span<const RebuiltCase> cases) {
    TRY(owner.plain("BEGIN"));
    auto replaced = replace_held(owner, cases);
    if (!replaced) {
        TRY(owner.plain("ROLLBACK"));
        return replaced;
    }
    return owner.plain("COMMIT");
}

}  // namespace postgres
