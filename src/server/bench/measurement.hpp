#pragma once
#include <chrono>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/value.hpp"

namespace bench {

// What one measurement found, as `zhiheng bench` prints it.
class Measurement {
  public:
    explicit Measurement(std::string what) : what_(std::move(what)) {}
    void add(std::chrono::nanoseconds one) { times_.push_back(one); }
    void set(std::string_view name, base::Value value) { more_.set(name, std::move(value)); }
    std::size_t count() const { return times_.size(); }
    std::chrono::nanoseconds quantile(double share) const;
    // {what, n, median_ms, p99_ms, per_second (of one after the other), peak_memory_mib, …what was set}
    base::Value to_value() const;

  private:
    std::string what_;
    std::vector<std::chrono::nanoseconds> times_;
    base::Object more_;
};

base::Value rounded(double number, int digits);

// Runs the work again and again, first unmeasured, then timed until `span` is over and at least `least`
// times.
void repeat(Measurement& into, std::chrono::milliseconds span, std::size_t least,
            const std::function<void()>& work);

}  // namespace bench
