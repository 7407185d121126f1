#pragma once
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "naming/rules.hpp"

namespace naming {

// What a file may be called, with the words that say so. A person decides.
struct Proposal {
    std::string kind_id, kind;
    std::string party, number;
    std::optional<base::Date> date;
    std::string name;
    std::vector<std::string> why;
};

// The lines of the first pages of a file; `parties` are those of its case. Nothing when no kind is certain
// enough.
std::optional<Proposal> recognise(const Rules& rules, std::span<const std::string> lines,
                                  std::span<const std::string> parties);

// A name as the rule makes it.
std::string name_of(const Rules& rules, const Proposal& proposal);

}  // namespace naming
