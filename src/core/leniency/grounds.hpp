#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/value.hpp"
#include "discretion/catalogue.hpp"
#include "discretion/request.hpp"

namespace leniency {

// Where a condition of a ground stands in the case: proved, claimed without evidence, or not yet stated.
enum class Standing : std::uint8_t { held, without_evidence, missing };

struct Condition {
    std::string_view code, title;
    Standing standing = Standing::missing;
};

// A provision or a list that could spare the party or lighten what he owes.
struct Ground {
    std::string effect;  // no_penalty may_no_penalty exempt mitigated lenient no_coercion
    std::string title;
    std::string_view source;
    bool is_complete = true;   // false: the list is not held in full
    bool may_decline = false;  // 程序规定 第二十条: the clue need not be filed
    std::vector<Condition> conditions = {};
    bool holds() const;
};

// What could apply to the violation on that day, whether or not the amount is known yet: 行政处罚法
// 第三十二条、 第三十三条, the special grounds of the law itself, and the lists of the place. A proposal,
// never a decision: only what stands with evidence is used later.
std::vector<Ground> grounds(const discretion::Request&, const discretion::Catalogue&,
                            const discretion::Chain&);
base::Value to_value(const std::vector<Ground>&);

}  // namespace leniency
