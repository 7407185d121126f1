#include "postgres/cases/projection_copy.hpp"

#include <map>

#include "postgres/cases/copy_rows.hpp"
#include "postgres/cases/projection.hpp"

namespace postgres {

namespace {

// Holds the rows; says which cases still stand where they were read.
base::Result<std::vector<const ports::RebuiltCase*>> unmoved(Connection& owner,
                                                             std::span<const ports::RebuiltCase> cases) {
    std::map<std::string, const ports::RebuiltCase*, std::less<>> by_number;
    std::vector<std::string> numbers;
    for (const ports::RebuiltCase& each : cases) {
        by_number.emplace(each.no, &each);
        numbers.push_back(each.no);
    }
    std::vector<const ports::RebuiltCase*> held;
    for (const auto row : TRY(owner.run("copy/hold", Params(numbers)))) {
        const auto* each = by_number.find(row.view("no"))->second;
        if (row.integer("version") == each->version) held.push_back(each);
    }
    return held;
}

base::Result<std::size_t> replace_held(Connection& owner, std::span<const ports::RebuiltCase> cases) {
    std::vector<std::string> numbers;
    std::string columns, clocks, tasks, decisions;
    for (const ports::RebuiltCase* each : TRY(unmoved(owner, cases))) {
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
    TRY(owner.copy_in("copy/decisions", decisions));
    return numbers.size();
}

}  // namespace

base::Result<std::unique_ptr<ProjectionCopy>> ProjectionCopy::open(std::string owner_conninfo) {
    auto connection = TRY(Connection::open(owner_conninfo));
    const auto taken = TRY(connection.run("rebuild/hold"));
    if (!taken.front().truth("taken")) return base::fail("rebuild_running", "另一次重建正在进行，请等它结束");
    return std::unique_ptr<ProjectionCopy>(
        new ProjectionCopy(std::move(owner_conninfo), std::move(connection)));
}

base::Result<Connection> ProjectionCopy::take() {
    const std::scoped_lock lock(mutex_);
    if (idle_.empty()) return Connection::open(conninfo_);
    Connection connection = std::move(idle_.back());
    idle_.pop_back();
    return connection;
}

base::Result<std::size_t> ProjectionCopy::replace(std::span<const ports::RebuiltCase> cases) {
    if (cases.empty()) return std::size_t{0};
    Connection owner = TRY(take());
    TRY(owner.plain("BEGIN"));
    auto replaced = replace_held(owner, cases);
    TRY(owner.plain(replaced ? "COMMIT" : "ROLLBACK"));
    const std::scoped_lock lock(mutex_);
    idle_.push_back(std::move(owner));
    return replaced;
}

}  // namespace postgres
