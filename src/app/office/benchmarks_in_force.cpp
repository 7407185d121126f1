#include "office/benchmarks_in_force.hpp"

#include <fmt/format.h>

#include "benchmark/draft.hpp"

namespace office {

base::Result<discretion::BenchmarkTable> engine_table(const ports::BenchmarkVersion& version,
                                                      const discretion::FactTable& facts) {
    benchmark::Draft draft{.lines = version.lines, .subjects = benchmark::subjects_of(version.lines)};
    for (std::size_t i = 0; i < draft.subjects.size() && i < version.items.size(); ++i)
        draft.subjects[i].item = version.items[i];
    discretion::BenchmarkTable head{.id = version.id,
                                    .table = version.table,
                                    .version = version.version,
                                    .title = version.title,
                                    .source = fmt::format("《{}》（第{}版）", version.title, version.version),
                                    .jurisdiction = version.agency,
                                    .from = version.from};
    return benchmark::to_table(draft, std::move(head), facts);
}

base::Result<std::vector<std::string>> BenchmarksInForce::reload() {
    auto benchmarks = std::make_shared<discretion::Benchmarks>();
    std::vector<std::string> unread;
    for (const ports::BenchmarkVersion& version : TRY(store_.approved())) {
        auto table = engine_table(version, facts_);
        if (table)
            benchmarks->add(std::move(*table));
        else
            unread.push_back(fmt::format("{}（{}）：{}", version.title, version.id, table.error().message));
    }
    current_.store(std::move(benchmarks));
    return unread;
}

}  // namespace office
