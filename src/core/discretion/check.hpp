#pragma once
#include <string>
#include <vector>

#include "base/value.hpp"
#include "discretion/catalogue.hpp"

namespace discretion {

// What is wrong with a row that could be read: `gap` and `overlap` of brackets with the facts that show it,
// `days_without_text`, `outside_the_law` (days or articles of another text), `text_not_held`.
struct CheckFault {
    std::string violation, law, kind, detail;
    base::Object witness = {};
};

struct CheckReport {
    std::vector<CheckFault> faults = {};
    std::size_t fines = 0;  // fines whose brackets were tried
    std::size_t points =
        0;  // combinations of facts tried: every end of every interval and its two neighbours
    base::Value to_value() const;
};

// Proves of every fine that exactly one bracket fits, whatever the facts: conditions change only at the
// numbers they name, so trying each number, its neighbours and every choice tries everything.
CheckReport check(const Catalogue& catalogue);

}  // namespace discretion
