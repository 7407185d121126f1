#pragma once
#include <chrono>
#include <map>
#include <string>

#include "base/value.hpp"
#include "synth/teller.hpp"

namespace synth {

// What was made, path by path.
class Report {
  public:
    void count(const History& history);
    void set(std::string_view name, base::Value value) { more_.set(name, std::move(value)); }
    base::Value to_value(const Book& book) const;

  private:
    struct Row {
        std::size_t cases = 0, complete = 0;
    };
    std::map<std::string, Row, std::less<>> paths_;
    std::size_t told_ = 0, acts_ = 0;
    base::Object more_;
    std::chrono::steady_clock::time_point begun_ = std::chrono::steady_clock::now();
};

}  // namespace synth
