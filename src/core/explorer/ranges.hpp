#pragma once
#include <string>

#include "discretion/catalogue.hpp"

namespace explorer {

// The conditions and ranges of a fine as a person reads them: "货值金额不足1万元",
// "货值金额的10倍以上20倍以下".
std::string condition_words(const discretion::Condition& condition, const discretion::Catalogue& catalogue);
std::string range_words(const discretion::Bracket& bracket, const discretion::Catalogue& catalogue);
std::string sum_words(base::Money sum);  // "5万元", "3000元", "0.5元"

}  // namespace explorer
