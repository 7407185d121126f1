#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/date.hpp"

namespace procedure {

struct Look;

struct Found {
    std::string code;
    std::string detail = {};  // said after the words of the code
    std::string field = {};
    std::optional<base::Date> open_from = {};
    std::vector<std::string> cure = {};  // in place of the cure of the code
    std::string basis = {};
};
using Finding = std::optional<Found>;

// One rule that shuts an act. Rows stand in the order of acts.md §1.3: §22 by number, then §5.2 from the top.
struct Guard {
    int order;  // number of procedure.md §22; from 100 on: acts.md §5.2
    std::string_view code;
    std::vector<std::string_view> acts;
    bool without_data;  // can be asked before anything is filled in
    Finding (*check)(const Look&);
};

std::span<const Guard> guards();  // all of them, in order

// The guards in force, by the act they shut. A test takes one out to see that something notices.
class GuardBook {
  public:
    GuardBook();
    GuardBook without(std::size_t place) const;  // place in guards()
    std::span<const Guard* const> of(std::string_view act) const;

  private:
    std::unordered_map<std::string_view, std::vector<const Guard*>> by_act_;
};

}  // namespace procedure
