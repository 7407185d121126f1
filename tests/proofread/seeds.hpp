#pragma once
#include <functional>
#include <string>
#include <vector>

#include "corpus.hpp"

namespace proofread_test {

// A typical slip: of which class, what is changed, and which rules may notice it.
struct Slip {
    std::string klass;  // 加总与乘积
    std::string what;   // how it comes about, for the report
    std::vector<std::string> rules;
    // Changes one paper of the file and gives its place, or nothing when the file has no room for this slip.
    std::function<std::optional<std::size_t>(File&)> make;
};

const std::vector<Slip>& slips();

}  // namespace proofread_test
