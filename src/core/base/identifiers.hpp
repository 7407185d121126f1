#pragma once
#include <string_view>

namespace base {

// 统一社会信用代码: 18 characters, position 18 checked modulo 31, positions 9 to 17 by GB 11714 (GB
// 32100-2015).
bool is_credit_code(std::string_view code);

// 公民身份号码: 18 characters, a birth date that exists, position 18 checked modulo 11 (GB 11643-1999).
bool is_resident_id(std::string_view number);

}  // namespace base
