#include <fmt/format.h>

#include <algorithm>

#include "proofread/checker.hpp"
#include "proofread/figures.hpp"

namespace proofread {

namespace {

// How many things a list names: 、 outside brackets, to the end of the sentence. 和 and 及 may join two
// things or be part of one, so there is a least and a greatest number.
struct Things {
    std::size_t least = 1, greatest = 1;
};
Things things_in(LettersView list) {
    Things count;
    int depth = 0;
    for (const char32_t letter : list) {
        if (letter == U'（' || letter == U'(' || letter == U'《') ++depth;
        if (letter == U'）' || letter == U')' || letter == U'》') --depth;
        if (depth == 0 && letter == U'、') ++count.least;
        if (depth == 0 && (letter == U'、' || letter == U'和' || letter == U'及')) ++count.greatest;
    }
    return count;
}

bool counts_things(char32_t letter) {
    return LettersView(U"项份种名人位件批").find(letter) != nowhere;
}

// "涉案财物5项：核桃乳饮料24盒、喷码机1台": a number, a word that counts, a colon and the list.
void check_list(Checker& checker, const Page& page, std::size_t number, std::size_t colon) {
    const LettersView line = page.lines[number];
    if (colon < 2 || !counts_things(line[colon - 1])) return;
    const auto said = count_before(line, colon - 1);
    if (!said || said->whole() < 2 || said->whole() > 60) return;
    if (said->begin > 0 && (line[said->begin - 1] == U'第' || line[said->begin - 1] == U'每')) return;
    const LettersView list = sentence_at(line, colon + 1);
    const std::size_t begin = sentence_begin(line, colon + 1);
    const LettersView rest = list.substr(colon + 1 - begin);
    const bool plain = !rest.empty() && rest.find(U'，') == nowhere && rest.find(U'：') == nowhere &&
                       rest.find(U'．') == nowhere && rest.find(U'1') != 0 && has(rest, U"、");
    if (!plain || colon + 1 + rest.size() >= line.size() || line[colon + 1 + rest.size()] == U'；') return;
    const Things things = things_in(rest);
    const auto told = static_cast<std::size_t>(said->whole());
    if (told >= things.least && told <= things.greatest) return;
    const std::size_t listed = things.least;
    checker.add(
        page, {number, said->begin, colon},
        {.rule = "count.list",
         .found = text_of(line.substr(said->begin, colon - said->begin)),
         .expected = fmt::format("{}{}", listed, text_of(line.substr(colon - 1, 1))),
         .message = fmt::format("写明{}{}，实际列出{}{}", said->whole(), text_of(line.substr(colon - 1, 1)),
                                listed, text_of(line.substr(colon - 1, 1)))});
}

// 一式三份，一份送达，一份归档，一份留存.
void check_copies(Checker& checker, const Page& page, std::size_t number, std::size_t at) {
    const LettersView line = page.lines[number];
    const auto said = count_at(line, at + 2);
    if (!said || !line.substr(said->end).starts_with(U"份")) return;
    std::int64_t given = 0;
    const LettersView sentence = sentence_at(line, at);
    const std::size_t end = sentence_begin(line, at) + sentence.size();
    for (std::size_t k = said->end + 1; k < end; ++k) {
        const bool begins = line[k - 1] == U'，' || line[k - 1] == U'、' || line[k - 1] == U'（';
        const auto some = begins ? count_at(line, k) : std::nullopt;
        if (some && line.substr(some->end).starts_with(U"份")) given += some->whole();
    }
    if (given == 0 || given == said->whole()) return;
    checker.add(page, {number, at, said->end + 1},
                {.rule = "count.copies",
                 .found = text_of(line.substr(at, said->end + 1 - at)),
                 .expected = fmt::format("{}份", given),
                 .message = fmt::format("写明一式{}份，所列去向合计{}份", said->whole(), given)});
}

// "附：1.营业执照复印件；2.购货票据；3.检验报告。共4份": numbers in one line, where none has copies of its
// own.
void check_enumerated(Checker& checker, const Page& page, std::size_t number, std::size_t at) {
    const LettersView line = page.lines[number];
    const auto said = count_at(line, at + 1);
    if (!said || said->end >= line.size() || !said->is_whole()) return;
    const char32_t unit = line[said->end];
    if (unit != U'份' && unit != U'项' && unit != U'件') return;
    if (at == 0 || !(ends_clause(line[at - 1]) || line[at - 1] == U'，')) return;
    const LettersView list = line.substr(0, at);
    if (list.find(unit) != nowhere || !has(list, U"附")) return;
    std::int64_t last = 0;
    for (std::size_t k = 0; k + 1 < list.size(); ++k) {
        if (!is_digit(list[k]) || (k > 0 && (is_digit(list[k - 1]) || is_han(list[k - 1])))) continue;
        const auto figure = figure_at(list, k);
        if (!figure || figure->decimals > 0 || figure->end >= list.size()) continue;
        const char32_t mark = list[figure->end];
        const bool is_number = mark == U'.' || mark == U'．' || mark == U'、';
        if (is_number && figure->whole() == last + 1) ++last;
    }
    if (last < 2 || last == said->whole()) return;
    checker.add(page, {number, at, said->end + 1},
                {.rule = "count.list",
                 .severity = Severity::warning,
                 .found = text_of(line.substr(at, said->end + 1 - at)),
                 .expected = fmt::format("{}{}", last, text_of(LettersView(&unit, 1))),
                 .message = fmt::format("前列编号至{}，文中写作共{}", last, said->whole())});
}

// The number a line begins with: "3．…", "3、…", "3.…".
std::int64_t leading(LettersView line) {
    line = trimmed(line);
    const auto figure = figure_at(line, 0);
    if (!figure || figure->digits > 2 || figure->decimals > 0 || figure->end >= line.size()) return 0;
    const char32_t mark = line[figure->end];
    return mark == U'．' || mark == U'、' || (mark == U'.' && figure->end + 1 < line.size()) ? figure->whole()
                                                                                             : 0;
}

void check_numbering(Checker& checker, const Page& page) {
    std::int64_t last = 0;
    for (std::size_t i = 0; i < page.lines.size(); ++i) {
        const std::int64_t here = page.is_row(i) ? 0 : leading(page.lines[i]);
        if (here > 1 && last > 0 && here != last + 1)
            checker.add(page, {i, 0, page.lines[i].size()},
                        {.rule = "count.numbering",
                         .severity = Severity::warning,
                         .found = std::to_string(here),
                         .expected = std::to_string(last + 1),
                         .message = fmt::format("序号不连续：第{}项之后是第{}项", last, here)});
        last = here;
    }
}

}  // namespace

void check_counts(Checker& checker) {
    for (const Page& page : checker.pages) {
        for (std::size_t i = 0; i < page.lines.size(); ++i) {
            const LettersView line = page.lines[i];
            for (std::size_t at = 0; at < line.size(); ++at) {
                if (line[at] == U'：' || line[at] == U':') check_list(checker, page, i, at);
                if (line[at] == U'共') check_enumerated(checker, page, i, at);
                if (line[at] == U'一' && line.substr(at).starts_with(U"一式"))
                    check_copies(checker, page, i, at);
            }
        }
        check_numbering(checker, page);
    }
}

}  // namespace proofread
