#include "discretion/decide.hpp"

#include "bench/bench.hpp"
#include "bench/input.hpp"
#include "bench/measurement.hpp"
#include "bench/zen.hpp"
#include "catalogue/catalogue.hpp"
#include "json/json.hpp"

namespace bench {

namespace {

constexpr std::string_view usual_request =
    R"({"violation_id":"food.expired","jurisdiction":"CN","act_end":"2026-03-01","discovered_on":"2026-03-01",
    "decision_on":"2026-03-01","actor":{"kind":"entity"},"facts":{"goods_value":"12000.00","illegal_gains":"0"},
    "circumstances":[{"code":"cooperates","evidence_ids":["ZJ0001"]}],"proposed_fine":"130000.00"})";

base::Result<base::Value> request_from(std::span<const std::string> arguments) {
    if (!arguments.empty()) return read_input(arguments, 0, "一份裁量请求（JSON）");
    return json::parse(usual_request);
}

double per_second(const Measurement& measurement, int batch) {
    return batch / std::chrono::duration<double>(measurement.quantile(0.5)).count();
}

// The peer in the same run, and the ratio of the two with the full trace of both.
void compare(Measurement& into, double ours, const discretion::Finding& finding, const base::Value& request) {
    const auto zen = ask_zen(finding, request);
    if (!zen) return into.set("zen_engine", zen.error().message);
    into.set("zen_engine", *zen);
    const std::int64_t* traced = (*zen)["with_trace"].as_int();
    const std::int64_t* plain = (*zen)["without_trace"].as_int();
    if (traced && *traced > 0) into.set("ratio_with_trace", rounded(ours / static_cast<double>(*traced), 1));
    if (plain && *plain > 0)
        into.set("ratio_to_zen_without_trace", rounded(ours / static_cast<double>(*plain), 1));
}

}  // namespace

// Values in, finding with its full trace out; reading the JSON is not measured.
base::Result<base::Value> measure_decide(std::span<const std::string> arguments) {
    const base::Value request_value = TRY(request_from(arguments));
    const auto sources = TRY(discretion::Sources::read(catalogue::Files()));
    const auto catalogue = TRY(discretion::Catalogue::from(sources));
    const auto request = TRY(discretion::Request::from(request_value, catalogue));
    const discretion::Finding finding = TRY(discretion::decide(request, catalogue));
    constexpr int batch = 1000;  // one alone is shorter than the clock is exact
    Measurement measurement("1000 裁量请求，含完整推理过程");
    repeat(measurement, std::chrono::seconds(3), 10, [&] {
        for (int i = 0; i < batch; ++i)
            if (!discretion::decide(request, catalogue)) break;
    });
    const double ours = per_second(measurement, batch);
    measurement.set("findings_per_second", rounded(ours, 0));
    compare(measurement, ours, finding, request_value);
    return measurement.to_value();
}

}  // namespace bench
