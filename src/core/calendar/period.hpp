#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/result.hpp"

namespace calendar {

// procedure.md §1: the unit stands in each row of the law, it is never inferred.
enum class Unit { working_days, natural_days, months, years, hours };

struct Period {
    int amount = 0;
    Unit unit = Unit::natural_days;

    static base::Result<Unit> unit_of(std::string_view code);  // WD ND M Y H
    std::string chinese() const;                               // "15个工作日", "90日", "6个月"
    friend bool operator==(const Period&, const Period&) = default;
};

// Days the law does not count, first and last included (扣除期间).
struct Excluded {
    base::Date first;
    base::Date last;
};

// A day that was passed over on the way to the due day, and why: 周末, 国庆节, 扣除期间.
struct LeftOut {
    base::Date day;
    std::string why;
    friend bool operator==(const LeftOut&, const LeftOut&) = default;
};

struct Counted {
    base::Date raw;                      // the last day as counted
    base::Date due;                      // the last day after moving it off a rest day (T-02)
    bool provisional = false;            // reaches a year without a published holiday notice
    std::vector<LeftOut> left_out = {};  // only when asked for
    std::vector<base::Date> made_up =
        {};  // weekend days on which offices work and which therefore count (调休上班)
};

}  // namespace calendar
