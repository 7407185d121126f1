#include "catalogue/catalogue.hpp"

#include "bench/bench.hpp"
#include "bench/measurement.hpp"
#include "discretion/check.hpp"
#include "system/process.hpp"

namespace bench {

namespace {

base::Result<discretion::Catalogue> load() {
    const auto sources = TRY(discretion::Sources::read(catalogue::Files()));
    return discretion::Catalogue::from(sources);
}

}  // namespace

// Reading every file of the discretion catalogue, building it and checking all of it; and what it holds in
// memory once it is built.
base::Result<base::Value> measure_catalogue(std::span<const std::string>) {
    const std::uint64_t before = systems::current_memory_kib();
    const discretion::Catalogue held = TRY(load());
    const double held_kib = static_cast<double>(systems::current_memory_kib() - before);
    Measurement loading("读入、建立");
    repeat(loading, std::chrono::seconds(2), 5, [] { (void)load(); });
    Measurement measurement("读入、建立并检查整个裁量目录");
    repeat(measurement, std::chrono::seconds(3), 5, [] {
        if (const auto catalogue = load()) (void)discretion::check(*catalogue);
    });
    const std::chrono::duration<double, std::milli> load_time = loading.quantile(0.5);
    measurement.set("load_ms", rounded(load_time.count(), 1));
    measurement.set("memory_mib", rounded(held_kib / 1024.0, 1));
    measurement.set("items", held.violations().size());
    return measurement.to_value();
}

}  // namespace bench
