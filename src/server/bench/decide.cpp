#include "discretion/decide.hpp"

#include "bench/bench.hpp"
#include "bench/input.hpp"
#include "bench/measurement.hpp"
#include "catalogue/catalogue.hpp"

namespace bench {

// Values in, finding with its full trace out; reading the JSON is not measured.
base::Result<base::Value> measure_decide(std::span<const std::string> arguments) {
    const base::Value request_value = TRY(read_input(arguments, 0, "一份裁量请求（JSON）"));
    const auto sources = TRY(discretion::Sources::read(catalogue::Files()));
    const auto catalogue = TRY(discretion::Catalogue::from(sources));
    const auto request = TRY(discretion::Request::from(request_value, catalogue));
    TRY(discretion::decide(request, catalogue));
    constexpr int batch = 1000;  // one alone is shorter than the clock is exact
    Measurement measurement("1000 裁量请求，含完整推理过程");
    repeat(measurement, std::chrono::seconds(3), 10, [&] {
        for (int i = 0; i < batch; ++i)
            if (!discretion::decide(request, catalogue)) break;
    });
    const double seconds = std::chrono::duration<double>(measurement.quantile(0.5)).count();
    measurement.set("findings_per_second", rounded(batch / seconds, 0));
    return measurement.to_value();
}

}  // namespace bench
