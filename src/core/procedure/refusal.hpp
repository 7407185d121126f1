#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/value.hpp"

namespace procedure {

// The law's no (acts.md §1.3): what is wrong, on which article it rests, which acts would cure it.
struct Refusal {
    std::string code;
    std::string message;
    std::string basis;
    std::string field = {};
    std::vector<std::string> also = {};  // the other codes of the same level of checks
    std::vector<std::string> cure = {};
    std::optional<base::Date> open_from = {};

    base::Value to_value() const;
};

}  // namespace procedure
