#include <charconv>

#include "bench/bench.hpp"
#include "bench/measurement.hpp"
#include "bench/past_cases.hpp"
#include "catalogue/catalogue.hpp"
#include "simulation/simulation.hpp"

namespace bench {

namespace {

constexpr std::size_t cases_usual = 100'000, cases_max = 1'000'000;

base::Result<std::size_t> count_from(std::span<const std::string> arguments) {
    if (arguments.empty()) return cases_usual;
    std::size_t count = 0;
    const std::string& text = arguments[0];
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
    if (error != std::errc() || end != text.data() + text.size() || count == 0 || count > cases_max)
        return base::fail("bad_argument", "件数应当是1至1000000的整数");
    return count;
}

}  // namespace

// What the desk does for a province that tries a table: each stored decision read, judged by both tables,
// counted.
base::Result<base::Value> measure_simulate(std::span<const std::string> arguments) {
    const std::size_t count = TRY(count_from(arguments));
    const auto sources = TRY(discretion::Sources::read(catalogue::Files()));
    const auto catalogue = TRY(discretion::Catalogue::from(sources));
    discretion::Jurisdiction draft = TRY(catalogue.chain("CN")).places().front()[0];
    draft.shares->lenient_to = TRY(discretion::Decimal4::from(base::Decimal{"0.4"}));
    const std::vector<base::Value> rows = past_cases(catalogue, count, 1);
    simulation::Outcome last;
    Measurement measurement("推演：每件既往案件依现行基准和草案各裁量一次，含读取");
    repeat(measurement, std::chrono::seconds(3), 3, [&] {
        simulation::Outcome outcome;
        for (const base::Value& row : rows)
            if (const auto past = simulation::past_decision_from(row, "CN", catalogue))
                outcome.add(*past, simulation::compare(*past, catalogue, {.rules = &draft}));
        last = std::move(outcome);
    });
    const double seconds = std::chrono::duration<double>(measurement.quantile(0.5)).count();
    measurement.set("cases", last.all().cases());
    measurement.set("seconds", rounded(seconds, 3));
    measurement.set("cases_per_second", rounded(static_cast<double>(count) / seconds, 0));
    const base::Value outcome = last.to_value();
    measurement.set("changes", outcome["changes"]);
    measurement.set("replays", outcome["replays"]);
    return measurement.to_value();
}

}  // namespace bench
