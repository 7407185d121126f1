#include "base/identifiers.hpp"

#include <array>
#include <string>

#include "base/date.hpp"

namespace base {

namespace {

constexpr std::size_t length = 18;
constexpr std::string_view credit_symbols = "0123456789ABCDEFGHJKLMNPQRTUWXY";  // without I, O, S, V, Z

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// GB 11714: weights 3, 7, 9, 10, 5, 8, 4, 2; 10 is written X, 11 is written 0.
bool is_organisation_code(std::string_view code) {
    constexpr std::array weights{3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (std::size_t i = 0; i < weights.size(); ++i)
        sum += weights[i] * (is_digit(code[i]) ? code[i] - '0' : code[i] - 'A' + 10);
    const int check = 11 - sum % 11;
    return code[8] == (check == 10 ? 'X' : check == 11 ? '0' : static_cast<char>('0' + check));
}

}  // namespace

bool is_credit_code(std::string_view code) {
    if (code.size() != length || code.find_first_not_of(credit_symbols) != std::string_view::npos)
        return false;
    std::size_t sum = 0;
    std::size_t weight = 1;
    for (const char symbol : code.substr(0, length - 1)) {
        sum += credit_symbols.find(symbol) * weight;
        weight = weight * 3 % credit_symbols.size();
    }
    const std::size_t check = (credit_symbols.size() - sum % credit_symbols.size()) % credit_symbols.size();
    return code.back() == credit_symbols[check] && is_organisation_code(code.substr(8, 9));
}

bool is_resident_id(std::string_view number) {
    constexpr std::array weights{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    constexpr std::string_view checks = "10X98765432";
    if (number.size() != length) return false;
    std::size_t sum = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        if (!is_digit(number[i])) return false;
        sum += static_cast<std::size_t>((number[i] - '0') * weights[i]);
    }
    const std::string born = std::string(number.substr(6, 4)) + "-" + std::string(number.substr(10, 2)) +
                             "-" + std::string(number.substr(12, 2));
    return number.back() == checks[sum % 11] && Date::parse(born).has_value();
}

}  // namespace base
