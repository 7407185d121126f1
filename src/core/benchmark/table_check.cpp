#include "benchmark/table_check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "benchmark/bracket_check.hpp"

namespace benchmark {

namespace {

using namespace discretion;

class TableCheck {
  public:
    TableCheck(const BenchmarkTable& table, const Catalogue& catalogue, const Benchmarks& benchmarks)
        : table_(table), catalogue_(catalogue), benchmarks_(benchmarks) {}
    base::Result<TableReport> run();

  private:
    void check_item(const std::string& item, const Chain& chain);
    void check_fine(const Violation& violation, const Version& version, const Fine& fine, bool is_serious,
                    const Chain& chain);

    const BenchmarkTable& table_;
    const Catalogue& catalogue_;
    const Benchmarks& benchmarks_;
    TableReport report_;
    std::set<const TableRow*> used_;
};

void TableCheck::check_fine(const Violation& violation, const Version& version, const Fine& fine,
                            bool is_serious, const Chain& chain) {
    const BenchmarkTable* before = benchmarks_.in_force(table_.jurisdiction, violation.id, table_.from);
    for (const Bracket& bracket : fine.brackets) {
        const bool has_upper_limit_only = bounds_of(bracket).least == 0 && chain.upper_limit_shares();
        const Shares& shares = has_upper_limit_only ? *chain.upper_limit_shares() : chain.shares();
        BracketCheck(violation, version, bracket, is_serious, catalogue_, table_, before, shares, report_)
            .run(used_);
    }
}

void TableCheck::check_item(const std::string& item, const Chain& chain) {
    const Violation* violation = catalogue_.find(item);
    const auto rows = table_.rows_of(item);
    std::vector<int> lines;
    for (const TableRow& row : rows) lines.push_back(row.line);
    if (!violation) {
        report_.faults.push_back(
            {lines, item, "unknown_item", fmt::format("目录中没有“{}”这一违法事项", item)});
        return;
    }
    bool has_text = false;
    for (const Version& version : violation->versions) {
        if (version.to && *version.to < table_.from) continue;
        has_text = true;
        if (version.fine) check_fine(*violation, version, *version.fine, false, chain);
        if (!version.serious) continue;
        if (version.serious->fine) check_fine(*violation, version, *version.serious->fine, true, chain);
        // Without a range of its own the serious limb is fined within the ordinary one.
        else if (version.fine)
            check_fine(*violation, version, *version.fine, true, chain);
    }
    if (!has_text) {
        report_.faults.push_back(
            {lines, item, "no_text", fmt::format("{}：生效之日以后没有有效的法律文本", violation->name)});
        return;
    }
    std::set<int> unused;
    for (const TableRow& row : rows)
        if (row.amount.unit != TableAmount::Unit::none && !used_.contains(&row)) unused.insert(row.line);
    for (const int line : unused)
        report_.faults.push_back(
            {{line},
             item,
             "no_such_range",
             fmt::format("{}：法律没有与本行的条件和计罚方式（数额或者倍数）相符的罚款幅度",
                         violation->name)});
}

base::Result<TableReport> TableCheck::run() {
    const Chain chain = TRY(catalogue_.chain(table_.jurisdiction, table_.from));
    std::set<std::string> items;
    for (const TableRow& row : table_.rows) items.insert(row.violation);
    for (const std::string& item : items) check_item(item, chain);
    std::ranges::stable_sort(report_.differences, {}, &Difference::line);
    return std::move(report_);
}

}  // namespace

TableReport check_table(const BenchmarkTable& table, const Catalogue& catalogue,
                        const Benchmarks& benchmarks) {
    Benchmarks sorted;
    sorted.add(table);
    auto report = TableCheck(sorted.tables().front(), catalogue, benchmarks).run();
    if (report) return std::move(*report);
    TableReport failed;
    failed.faults.push_back({{}, "", report.error().code, report.error().message});
    return failed;
}

}  // namespace benchmark
