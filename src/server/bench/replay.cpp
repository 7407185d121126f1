#include "procedure/replay.hpp"

#include "bench/bench.hpp"
#include "bench/input.hpp"
#include "bench/measurement.hpp"
#include "books/books.hpp"
#include "catalogue/catalogue.hpp"

namespace bench {

// The whole judgement of a scenario: every guard of every act, then state, clocks, open acts and documents.
base::Result<base::Value> measure_replay(std::span<const std::string> arguments) {
    const base::Value scenario = TRY(read_input(arguments, 0, "一个剧本（JSON）"));
    const procedure::Rules rules = TRY(books::load_rules(catalogue::Files()));
    const base::Value output = TRY(procedure::replay(scenario, rules));
    Measurement measurement("复演一个剧本");
    repeat(measurement, std::chrono::seconds(3), 20, [&] {
        if (!procedure::replay(scenario, rules)) return;
    });
    measurement.set("acts", output.list("acts").size());
    return measurement.to_value();
}

}  // namespace bench
