#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace redact {

// An address as papers tell it again: whole, from the district, the town or the street on, up to the house,
// with or without 号, its numbers in figures or in words. 临江市城东区柳堤街道柳堤路126号 → 柳堤路126号,
// 柳堤路126, 柳堤路一百二十六号 …
std::vector<std::string> forms_of_address(std::string_view address);

}  // namespace redact
