#include "postgres/self_check/case_batches.hpp"

#include <map>

#include "postgres/cases/body.hpp"
#include "postgres/cases/matter.hpp"
#include "postgres/cases/projection.hpp"

namespace postgres {
namespace {

// As whoever sees every agency; what is read is compared and thrown away.
Context everywhere() {
    Context context;
    context.sees_all = true;
    return context;
}

std::string_view numbers_query(ports::BatchOf::Which which) {
    using enum ports::BatchOf::Which;
    if (which == open) return "self_check/open";
    return which == all ? "self_check/all" : "self_check/closed_since";
}

using ByNumber = std::map<std::string, ports::StoredCase, std::less<>>;

base::Result<ports::StoredCase> read_stored(const Row& row) {
    ports::StoredCase stored;
    stored.record.no = row.text("no");
    stored.record.version = row.integer("version");
    stored.record.agency = row.text("region");
    stored.record.node = row.text("node");
    stored.record.matter.procedure = track_named(row.view("procedure"));
    stored.record.matter.agency = row.text("region");
    stored.record.matter.province = row.text("province");
    stored.record.matter.parties = TRY(read_parties(row.value("parties")));
    stored.shown = read_columns(row);
    stored.proposals_waiting = row.number("proposals_waiting");
    stored.waits_for_nobody = row.text("waits_for_nobody");
    return stored;
}

void add_act(ports::StoredCase& stored, const Row& row) {
    if (!stored.unreadable.empty()) return;
    auto recorded = read_body(row.view("body"));
    if (!recorded) {
        stored.unreadable = "第" + row.text("n") + "项行为的内容不能读取";
        stored.record.acts.clear();
        return;
    }
    stored.record.acts.push_back(*std::move(recorded));
}

}  // namespace

base::Result<std::vector<std::string>> CaseBatches::numbers(const ports::BatchOf& asked) {
    std::vector<std::string> numbers;
    for (const auto row : TRY(app_.read(everywhere(), numbers_query(asked.which),
                                        Params(asked.after, asked.cases_max, asked.since))))
        numbers.push_back(row.text("no"));
    return numbers;
}

base::Result<std::vector<ports::StoredCase>> CaseBatches::load(const std::vector<std::string>& numbers,
                                                               ports::Take take) {
    const Params which(numbers);
    std::vector<Step> steps{
        {"self_check/cases", which},
        {"self_check/acts",  which}
    };
    if (take == ports::Take::acts_and_shown)
        for (const auto* query : {"self_check/clocks", "self_check/tasks", "self_check/decisions"})
            steps.push_back({query, which});
    const auto answers = TRY(app_.read(everywhere(), steps));
    ByNumber cases;
    for (const auto row : answers[0]) {
        auto stored = TRY(read_stored(row));
        const std::string no = stored.record.no;
        cases.emplace(no, std::move(stored));
    }
    const auto of = [&](const Row& row) -> ports::StoredCase& {
        return cases.find(row.view("case_no"))->second;
    };
    for (const auto row : answers[1]) add_act(of(row), row);
    if (take == ports::Take::acts_and_shown) {
        for (const auto row : answers[2]) of(row).shown.clocks.push_back(read_clock(row));
        for (const auto row : answers[3]) of(row).shown.tasks.push_back(read_task(row));
        for (const auto row : answers[4]) of(row).shown.decisions.push_back(read_decision(row));
    }
    std::vector<ports::StoredCase> batch;
    for (auto& [no, stored] : cases) batch.push_back(std::move(stored));
    return batch;
}

}  // namespace postgres
