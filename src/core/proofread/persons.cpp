#include <fmt/format.h>

#include <algorithm>

#include "base/identifiers.hpp"
#include "proofread/checker.hpp"

namespace proofread {

namespace {

// Persons in the running words: their identity numbers with sex and day of birth beside them, and the name of
// the legal representative.

bool is_code_letter(char32_t letter) {
    return is_digit(letter) || is_latin(letter);
}

std::string upper(LettersView code) {
    std::string text = text_of(code);
    std::ranges::replace(text, 'x', 'X');
    return text;
}

struct Run {
    std::size_t begin = 0, end = 0;
};

// Every run of digits as long as an identity number may be, with an X at its end.
std::vector<Run> runs_in(LettersView line) {
    std::vector<Run> runs;
    for (std::size_t at = 0; at < line.size();) {
        if (!is_code_letter(line[at])) {
            ++at;
            continue;
        }
        std::size_t end = at;
        while (end < line.size() && is_code_letter(line[end])) ++end;
        const LettersView run = line.substr(at, end - at);
        const bool all_digits = std::ranges::all_of(run.substr(0, run.size() - 1), is_digit);
        const bool ends_well = is_digit(run.back()) || run.back() == U'X' || run.back() == U'x';
        if (run.size() >= 16 && run.size() <= 20 && all_digits && ends_well) runs.push_back({at, end});
        at = end;
    }
    return runs;
}

// "身份证号码", "公民身份号码为" just before the run.
bool is_called_identity(LettersView line, std::size_t at) {
    constexpr std::size_t reach = 12;
    const std::size_t from = at - std::min(at, reach);
    const LettersView before = line.substr(from, at - from);
    for (const LettersView word : {U"身份证", U"身份号码", U"身份证件"})
        if (has(before, word)) return !has(before, U"信用代码") && !has(before, U"尾号");
    return false;
}

// Read already as the value of a label.
bool is_labelled(const Page& page, std::size_t line, const Run& run) {
    return std::ranges::any_of(page.labelled, [&](const Labelled& labelled) {
        return labelled.line == line && labelled.begin == run.begin && has(labelled.label, U"身份");
    });
}

// The day called the day of birth in these words of a line.
const DayMark* birth_in(const Page& page, std::size_t line, std::size_t begin, std::size_t end) {
    const LettersView words = page.lines[line];
    const DayMark* found = nullptr;
    for (const DayMark& day : page.days) {
        if (day.line != line || day.begin < begin || day.end > end || !day.date) continue;
        const LettersView before = words.substr(0, day.begin), after = words.substr(day.end);
        const bool is_birth = after.starts_with(U"出生") || after.starts_with(U"生，") ||
                              before.ends_with(U"生于") || before.ends_with(U"出生于") ||
                              before.ends_with(U"出生日期为") || before.ends_with(U"出生日期：");
        if (!is_birth) continue;
        if (found) return nullptr;
        found = &day;
    }
    return found;
}

// "，男，": the place of the one word for the sex in these words of a line.
std::size_t sex_in(LettersView line, std::size_t begin, std::size_t end) {
    constexpr LettersView edges = U"，、：（）(), ";
    std::size_t found = nowhere;
    for (std::size_t at = begin; at < end; ++at) {
        if (line[at] != U'男' && line[at] != U'女') continue;
        const bool alone = at > begin && edges.find(line[at - 1]) != nowhere &&
                           (at + 1 >= end || edges.find(line[at + 1]) != nowhere);
        if (!alone) continue;
        if (found != nowhere) return nowhere;
        found = at;
    }
    return found;
}

void check_person(Checker& checker, const Page& page, std::size_t number, const Run& run) {
    const LettersView line = page.lines[number];
    const std::string code = upper(line.substr(run.begin, run.end - run.begin));
    const std::size_t begin = sentence_begin(line, run.begin);
    const std::size_t end = begin + sentence_at(line, run.begin).size();
    if (const DayMark* born = birth_in(page, number, begin, end)) {
        std::string plain = born->date->str();
        std::erase(plain, '-');
        if (code.substr(6, 8) != plain)
            checker.add(page, *born,
                        {.rule = "code.birth",
                         .found = born->date->chinese(),
                         .expected = code.substr(6, 8),
                         .message = "出生日期与公民身份号码不符",
                         .basis = "GB 11643-1999"});
    }
    const std::size_t sex = sex_in(line, begin, end);
    if (sex == nowhere) return;
    const bool male = (code[16] - '0') % 2 == 1;
    if (male == (line[sex] == U'男')) return;
    checker.add(page, {number, sex, sex + 1},
                {.rule = "code.gender",
                 .found = text_of(line.substr(sex, 1)),
                 .expected = male ? "男" : "女",
                 .message = "性别与公民身份号码不符",
                 .basis = "GB 11643-1999"});
}

void check_numbers(Checker& checker, const Page& page, std::size_t number) {
    const LettersView line = page.lines[number];
    const auto runs = runs_in(line);
    for (const Run& run : runs) {
        const std::string code = upper(line.substr(run.begin, run.end - run.begin));
        const bool is_called = is_called_identity(line, run.begin);
        if (base::is_resident_id(code)) {
            const LettersView sentence = sentence_at(line, run.begin);
            if ((is_called || birth_in(page, number, sentence_begin(line, run.begin), run.end)) &&
                runs_in(sentence).size() == 1)
                check_person(checker, page, number, run);
            continue;
        }
        if (!is_called || is_labelled(page, number, run)) continue;
        checker.add(
            page, {number, run.begin, run.end},
            {.rule = "code.resident_id",
             .found = code,
             .expected = {},
             .message = code.size() == 18 ? "公民身份号码的出生日期或者校验码不符"
                                          : fmt::format("公民身份号码应为18位，此处{}位", code.size()),
             .basis = "GB 11643-1999"});
    }
}

// "统一社会信用代码为91…的当事人".
void check_credit_codes(Checker& checker, const Page& page, std::size_t number) {
    constexpr LettersView word = U"社会信用代码";
    const LettersView line = page.lines[number];
    for (const std::size_t at : places_of(line, word)) {
        std::size_t begin = at + word.size();
        while (begin < line.size() && (line[begin] == U'为' || line[begin] == U'是' || line[begin] == U'：'))
            ++begin;
        std::size_t end = begin;
        while (end < line.size() && is_code_letter(line[end])) ++end;
        const Run run{begin, end};
        const bool is_labelled_code = std::ranges::any_of(page.labelled, [&](const Labelled& labelled) {
            return labelled.line == number && labelled.begin == run.begin;
        });
        std::string code = text_of(line.substr(begin, end - begin));
        std::ranges::transform(code, code.begin(),
                               [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
        if (code.size() != 18 || is_labelled_code || base::is_credit_code(code)) continue;
        checker.add(page, {number, begin, end},
                    {.rule = "code.credit",
                     .found = code,
                     .expected = {},
                     .message = "统一社会信用代码的校验码不符",
                     .basis = "GB 32100-2015"});
    }
}

struct Called {
    const Page* page;
    Spot spot;
    LettersView rest;      // the words from the name on
    std::size_t name = 0;  // how many letters the name has, when its end is plain
};

// "法定代表人王建国，", "法定代表人（负责人）：王建国": what stands behind the word.
std::vector<Called> representatives(const Page& page) {
    constexpr LettersView word = U"法定代表人";
    std::vector<Called> called;
    for (std::size_t i = 0; i < page.lines.size(); ++i) {
        const LettersView line = page.lines[i];
        for (std::size_t at : places_of(line, word)) {
            at += word.size();
            if (at < line.size() && line[at] == U'（')
                at = std::min(line.find(U'）', at), line.size() - 1) + 1;
            if (at < line.size() && (line[at] == U'：' || line[at] == U'为' || line[at] == U'是')) ++at;
            std::size_t end = at;
            while (end < line.size() && is_han(line[end])) ++end;
            const bool is_name = end - at >= 2 && end - at <= 3;
            called.push_back({
                &page, {i, at, at},
                 line.substr(at), is_name ? end - at : 0
            });
        }
    }
    return called;
}

// One paper calls the representative by two names that differ in one letter.
void check_representative(Checker& checker, const Page& page) {
    const auto called = representatives(page);
    const auto full = std::ranges::find_if(called, [](const Called& one) { return one.name > 0; });
    if (full == called.end()) return;
    const LettersView name = full->rest.substr(0, full->name);
    if (has(name, U"某")) return;
    for (const Called& one : called) {
        const LettersView there = one.rest.substr(0, std::min(name.size(), one.rest.size()));
        const bool is_slip = there.size() == name.size() && there != name && there.front() == name.front() &&
                             !has(there, U"某") && std::ranges::all_of(there, is_han) &&
                             distance(there, name, 1) == 1 && name.size() > 2;
        if (!is_slip) continue;
        checker.add(
            page,
            {
                one.spot.line, one.spot.begin, one.spot.begin + there.size()
        },
            {.rule = "twice.party_fact",
             .severity = Severity::warning,
             .found = text_of(there),
             .expected = text_of(name),
             .message = fmt::format("法定代表人他处写作“{}”，此处写作“{}”", text_of(name), text_of(there)),
             .other_page = full->page,
             .other = {full->spot.line, full->spot.begin, full->spot.begin + name.size()}});
    }
}

}  // namespace

void check_persons(Checker& checker) {
    for (const Page& page : checker.pages) {
        for (std::size_t i = 0; i < page.lines.size(); ++i) {
            check_numbers(checker, page, i);
            check_credit_codes(checker, page, i);
        }
        check_representative(checker, page);
    }
}

}  // namespace proofread
