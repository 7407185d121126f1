#include <fmt/format.h>

#include <algorithm>

#include "base/identifiers.hpp"
#include "proofread/checker.hpp"
#include "proofread/figures.hpp"

namespace proofread {

namespace {

bool is_code_letter(char32_t letter) {
    return is_digit(letter) || is_latin(letter);
}

bool is_masked(LettersView value) {
    return has(value, U"*") || has(value, U"＊") || has(value, U"×") || has(value, U"某");
}

LettersView code_in(LettersView value) {
    std::size_t end = 0;
    while (end < value.size() && is_code_letter(value[end])) ++end;
    return value.substr(0, end);
}

std::string upper(LettersView code) {
    std::string text = text_of(code);
    std::ranges::transform(text, text.begin(),
                           [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
    return text;
}

void check_credit_code(Checker& checker, const Page& page, const Labelled& labelled) {
    const LettersView code = code_in(labelled.value);
    if (is_masked(labelled.value) || code.size() < 8 || code.size() == 15) return;
    if (base::is_credit_code(upper(code))) return;
    checker.add(
        page, labelled,
        {.rule = "code.credit",
         .found = text_of(code),
         .expected = {},
         .message = code.size() == 18 ? "统一社会信用代码的校验码不符"
                                      : fmt::format("统一社会信用代码应为18位，此处{}位", code.size()),
         .basis = "GB 32100-2015"});
}

void check_resident_id(Checker& checker, const Page& page, const Labelled& labelled) {
    const LettersView code = code_in(labelled.value);
    const auto digits = static_cast<std::size_t>(std::ranges::count_if(code, is_digit));
    if (is_masked(labelled.value) || code.size() < 14 || code.size() > 21 || digits + 1 < code.size()) return;
    if (base::is_resident_id(upper(code))) return;
    checker.add(page, labelled,
                {.rule = "code.resident_id",
                 .found = text_of(code),
                 .expected = {},
                 .message = code.size() == 18 ? "公民身份号码的出生日期或者校验码不符"
                                              : fmt::format("公民身份号码应为18位，此处{}位", code.size()),
                 .basis = "GB 11643-1999"});
}

// Mobile numbers have eleven digits, others an area code of three or four and seven or eight more.
bool is_phone(LettersView number) {
    const auto digits = std::ranges::count_if(number, is_digit);
    if (digits <= 8) return true;
    if (number.front() == U'1') return digits == 11 && number[1] >= U'3';
    if (number.front() == U'0') return digits >= 10 && digits <= 12;
    return digits == 10 || digits == 11;
}

void check_phone(Checker& checker, const Page& page, const Labelled& labelled) {
    std::size_t end = 0;
    const LettersView value = labelled.value;
    while (end < value.size() && (is_digit(value[end]) || value[end] == U'-' || value[end] == U'—')) ++end;
    const LettersView number = value.substr(0, end);
    if (end == 0 || is_masked(value) || is_phone(number)) return;
    checker.add(page, {labelled.line, labelled.begin, labelled.begin + end},
                {.rule = "code.phone",
                 .severity = Severity::warning,
                 .found = text_of(number),
                 .expected = {},
                 .message = "电话号码的位数不对"});
}

void check_postcode(Checker& checker, const Page& page, const Labelled& labelled) {
    const LettersView code = code_in(labelled.value);
    if (code.empty() || code.size() != labelled.value.size() || code.size() == 6) return;
    checker.add(page, labelled,
                {.rule = "code.postcode",
                 .severity = Severity::warning,
                 .found = text_of(code),
                 .expected = {},
                 .message = "邮政编码应为6位"});
}

bool names_phone(LettersView label) {
    return label == U"联系电话" || label == U"电话" || label == U"手机" || label == U"手机号码" ||
           label == U"手机号" || label == U"移动电话";
}

bool names_id(LettersView label) {
    for (const LettersView word :
         {U"身份证件号码", U"身份证号码", U"身份证号", U"公民身份号码", U"身份号码", U"居民身份证号码"})
        if (label.ends_with(word)) return true;
    return false;
}

// The number holds the day of birth and whether its owner is a man.
void check_birth(Checker& checker, const Page& page, const Labelled& labelled) {
    const LettersView code = code_in(labelled.value);
    if (code.size() != 18 || !base::is_resident_id(upper(code))) return;
    for (const Labelled& other : page.labelled) {
        const std::size_t apart =
            other.line > labelled.line ? other.line - labelled.line : labelled.line - other.line;
        if (apart > 4) continue;
        if (other.label == U"性别" && (other.value == U"男" || other.value == U"女")) {
            const bool male = (code[16] - U'0') % 2 == 1;
            if (male != (other.value == U"男"))
                checker.add(page, other,
                            {.rule = "code.gender",
                             .found = text_of(other.value),
                             .expected = male ? "男" : "女",
                             .message = "性别与公民身份号码不符",
                             .basis = "GB 11643-1999"});
        }
        if (other.label != U"出生日期" && other.label != U"出生年月") continue;
        for (const DayMark& day : page.days) {
            if (day.line != other.line || !day.date || day.begin < other.begin) continue;
            std::string plain = day.date->str();
            std::erase(plain, '-');
            if (upper(code).substr(6, 8) != plain)
                checker.add(page, day,
                            {.rule = "code.birth",
                             .found = day.date->chinese(),
                             .expected = upper(code).substr(6, 8),
                             .message = "出生日期与公民身份号码不符",
                             .basis = "GB 11643-1999"});
        }
    }
}

void check_number(Checker& checker, const Page& page, const NumberMark& number) {
    const auto digit = number.text.find_last_of(U"〕])）】］");
    const bool zero = digit != nowhere && (number.text.substr(digit + 1).starts_with(U"0"));
    if (number.good_brackets && !zero) return;
    checker.add(page, number,
                {.rule = "code.document_number",
                 .severity = Severity::warning,
                 .found = text_of(number.text),
                 .expected = {},
                 .message = zero ? "文号的序号不编虚位（前面不加0）" : "文号的年份应当用六角括号〔〕括入",
                 .basis = "GB/T 9704-2012"});
}

}  // namespace

void check_codes(Checker& checker) {
    for (const Page& page : checker.pages) {
        for (const Labelled& labelled : page.labelled) {
            if (labelled.label.ends_with(U"社会信用代码")) check_credit_code(checker, page, labelled);
            if (names_id(labelled.label)) {
                check_resident_id(checker, page, labelled);
                check_birth(checker, page, labelled);
            }
            if (names_phone(labelled.label)) check_phone(checker, page, labelled);
            if (labelled.label == U"邮政编码" || labelled.label == U"邮编")
                check_postcode(checker, page, labelled);
        }
        for (const NumberMark& number : page.numbers) check_number(checker, page, number);
    }
}

}  // namespace proofread
