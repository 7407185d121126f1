#pragma once
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.hpp"
#include "base/value.hpp"
#include "clocks/clock_table.hpp"
#include "procedure/table.hpp"

namespace alarms {

// A measure that holds goods without a ground once its clock has run out.
struct UnlawfulHold {
    std::string clock, says, basis;
    std::vector<std::string> cures = {};  // of it alone; goods are held as long as one of them is open
};

// Content of catalogue/procedure/alarms.yaml.
struct Table {
    std::unordered_map<std::string, std::vector<std::string>> cures;  // by clock: acts, the most usual first
    // By clock: acts among its cures that are refused or help nobody once it has run out.
    std::unordered_map<std::string, std::vector<std::string>> too_late;
    std::vector<UnlawfulHold> holds;
    int proposal_waits_days = 3;

    // Error: an act or a clock that is not known, or a clock of the agency that nothing cures.
    static base::Result<Table> from(const base::Value& content, const procedure::Table& acts,
                                    const clocks::ClockTable& clocks);
    const UnlawfulHold* hold(std::string_view clock) const;
    bool is_too_late(const std::string& clock, const std::string& act) const;
};

// Whether a clock raises alarms at all: duties do, rights and waiting times do not.
bool is_watched(const clocks::Row& row);

}  // namespace alarms
