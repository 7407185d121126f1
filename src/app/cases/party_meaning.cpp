#include "cases/party_meaning.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "base/identifiers.hpp"

namespace cases {

namespace {

constexpr int earliest_year_of_birth = 1900;

std::unexpected<base::Error> wrong(std::string_view field, std::string_view code, std::string message) {
    return base::fail(std::string(code), std::move(message), {}, fmt::format("party.{}", field));
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_digits(std::string_view text, std::size_t length) {
    return text.size() == length && std::ranges::all_of(text, is_digit);
}

// A mobile number, a number with its area code, a short service number, or one with the code of a country.
bool is_phone(std::string_view text) {
    std::string digits;
    for (const char c : text) {
        if (is_digit(c))
            digits.push_back(c);
        else if (c != '-' && c != ' ' && c != '+' && c != '(' && c != ')')
            return false;
    }
    if (text.starts_with('+')) return digits.size() >= 8 && digits.size() <= 15;
    if (digits.starts_with("0")) return digits.size() >= 10 && digits.size() <= 18;
    if (digits.size() == 11) return digits.starts_with("1") && digits[1] >= '3';
    return digits.size() == 5 || digits.size() == 7 || digits.size() == 8 || digits.size() == 10;
}

// GB/T 2260: the first two digits are those of a province, an autonomous region, a municipality or a special
// region; 99 is the one in which the demonstration bureau lies.
bool is_region(std::string_view text) {
    constexpr std::array<std::string_view, 35> provinces{"11", "12", "13", "14", "15", "21", "22", "23", "31",
                                                         "32", "33", "34", "35", "36", "37", "41", "42", "43",
                                                         "44", "45", "46", "50", "51", "52", "53", "54", "61",
                                                         "62", "63", "64", "65", "71", "81", "82", "99"};
    return is_digits(text, 6) && std::ranges::find(provinces, text.substr(0, 2)) != provinces.end();
}

// GB 11643: digits 7 to 14 are the date of birth, digit 17 is odd for a man.
std::string born_in(std::string_view id) {
    return fmt::format("{}-{}-{}", id.substr(6, 4), id.substr(10, 2), id.substr(12, 2));
}

std::string_view gender_in(std::string_view id) {
    return (id[16] - '0') % 2 == 1 ? "男" : "女";
}

base::Result<void> check_details(const casefile::Party& party) {
    const auto phone = party.details.text("phone");
    if (!phone.empty() && !is_phone(phone))
        return wrong("details.phone", "bad_phone",
                     "联系电话不对：手机号码为11位，固定电话请写区号，如 0471-1234567，境外号码以 + 开头");
    const auto postcode = party.details.text("postcode");
    if (!postcode.empty() && !is_digits(postcode, 6))
        return wrong("details.postcode", "bad_postcode", "邮政编码应当是6位数字");
    const auto gender = party.details.text("gender");
    if (!gender.empty() && gender != "男" && gender != "女")
        return wrong("details.gender", "unknown_choice", "性别应当是男或者女");
    return {};
}

base::Result<void> check_certificate(const casefile::Party& party) {
    if (!base::is_resident_id(party.id_no)) return {};
    if (party.born && party.born->str() != born_in(party.id_no))
        return wrong("born", "born_differs",
                     fmt::format("出生日期与居民身份证号码不符：号码所载为 {}", born_in(party.id_no)));
    const auto gender = party.details.text("gender");
    if (!gender.empty() && gender != gender_in(party.id_no))
        return wrong("details.gender", "gender_differs",
                     fmt::format("性别与居民身份证号码不符：号码所载为{}", gender_in(party.id_no)));
    return {};
}

}  // namespace

base::Result<void> check_meaning(const casefile::Party& party) {
    if (!party.region.empty() && !is_region(party.region))
        return wrong("region", "bad_region", "行政区划代码应当是6位数字，前两位是省级代码，如 150203");
    const bool natural = party.kind != casefile::PartyKind::organisation;
    if (!natural && party.born) return wrong("born", "not_of_this_kind", "单位没有出生日期，请删去");
    if (!natural && !party.details.text("gender").empty())
        return wrong("details.gender", "not_of_this_kind", "单位没有性别，请删去");
    if (party.born && party.born->year() < earliest_year_of_birth)
        return wrong("born", "bad_date", fmt::format("出生日期不能早于{}年", earliest_year_of_birth));
    TRY(check_details(party));
    return check_certificate(party);
}

base::Result<void> check_born(const casefile::Party& party, base::Date today) {
    if (party.born && *party.born > today) return wrong("born", "bad_date", "出生日期不能晚于今天");
    return {};
}

}  // namespace cases
