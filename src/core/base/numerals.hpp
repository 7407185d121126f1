#pragma once
#include <cstdint>
#include <string>

#include "base/money.hpp"

namespace base {

std::string chinese_number(std::int64_t number);  // 124 → "一百二十四", as articles are counted
std::string rmb_capital(Money sum);               // 86000.00 → "捌万陆仟元整" (人民币大写)

// "第一百二十四条第一款第（五）项"; paragraph and item are left out when 0.
std::string article_name(int article, int paragraph = 0, int item = 0);

}  // namespace base
