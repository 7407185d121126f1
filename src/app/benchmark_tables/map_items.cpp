#include "benchmark_tables/map_items.hpp"

#include <fmt/format.h>

#include "benchmark_tables/import_table.hpp"

namespace benchmark_tables {

base::Result<void> map_items(const office::Office& office, const identity::Viewer& viewer,
                             ports::BenchmarkVersion version, std::int64_t lock,
                             const std::vector<Mapping>& mappings) {
    TRY(require_drafter(viewer));
    if (version.agency != viewer.agency) return base::fail("not_permitted", "只有本机关的人员可以修改");
    if (version.status != "draft") return base::fail("version_settled", "只有草稿可以修改对应事项");
    if (version.lock != lock) return base::fail("version_conflict", "该裁量基准已被他人处理，请刷新后查看");
    for (std::size_t i = 0; i < mappings.size(); ++i) {
        const auto& [subject, item] = mappings[i];
        if (subject >= version.items.size())
            return base::fail("unknown_subject", "没有这一违法行为", {}, fmt::format("items.{}.subject", i));
        if (item && !item->empty() && !office.discretion.find(*item))
            return base::fail("unknown_violation",
                              fmt::format("目录中没有“{}”这一违法事项", item->substr(0, 60)), {},
                              fmt::format("items.{}.item", i));
        version.items[subject] = item;
    }
    version.updated_at = office.now();
    return office.ports.benchmarks.save(viewer, version, {});
}

}  // namespace benchmark_tables
