#include "bench/measurement.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "system/process.hpp"

namespace bench {

namespace {

double milliseconds(std::chrono::nanoseconds time) {
    return std::chrono::duration<double, std::milli>(time).count();
}

}  // namespace

base::Value rounded(double number, int digits) {
    return base::Decimal{fmt::format("{:.{}f}", number, digits)};
}

std::chrono::nanoseconds Measurement::quantile(double share) const {
    if (times_.empty()) return {};
    std::vector<std::chrono::nanoseconds> sorted = times_;
    const auto place =
        std::min(sorted.size() - 1, static_cast<std::size_t>(share * static_cast<double>(sorted.size())));
    std::ranges::nth_element(sorted, sorted.begin() + static_cast<std::ptrdiff_t>(place));
    return sorted[place];
}

base::Value Measurement::to_value() const {
    const auto total = std::accumulate(times_.begin(), times_.end(), std::chrono::nanoseconds());
    base::Object result{
        {"what", what_},
        {"n", times_.size()},
        {"median_ms", rounded(milliseconds(quantile(0.5)), 3)},
        {"p99_ms", rounded(milliseconds(quantile(0.99)), 3)}
    };
    if (total.count() > 0)
        result.set("per_second", rounded(static_cast<double>(times_.size()) * 1000 / milliseconds(total), 1));
    result.set("peak_memory_mib", systems::peak_memory_kib() / 1024);
    for (const auto& [name, value] : more_) result.set(name, value);
    return result;
}

void repeat(Measurement& into, std::chrono::milliseconds span, std::size_t least,
            const std::function<void()>& work) {
    using clock = std::chrono::steady_clock;
    for (int warm_up = 0; warm_up < 3; ++warm_up) work();
    const auto end = clock::now() + span;
    while (into.count() < least || clock::now() < end) {
        const auto begin = clock::now();
        work();
        into.add(clock::now() - begin);
    }
}

}  // namespace bench
