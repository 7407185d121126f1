#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>

#include "proofread/checker.hpp"

namespace proofread {

namespace {

void add(Checker& checker, const Page& page, const Spot& spot, std::string message) {
    checker.add(page, spot,
                {.rule = "mark.left",
                 .found = text_of(page.view(spot)),
                 .expected = {},
                 .message = std::move(message)});
}

// Marks of templates that never stand in a finished paper.
void find_marks(Checker& checker, const Page& page, std::size_t number) {
    struct Mark {
        LettersView open, close;
        const char* message;
    };
    constexpr std::array<Mark, 10> marks{
        {{U"${", U"}", "留有未替换的模板变量"},
         {U"{{", U"}}", "留有未替换的模板变量"},
         {U"{%", U"%}", "留有模板语句"},
         {U"【】", U"", "留有未填写的模板标记"},
         {U"（此处", U"）", "留有填写说明"},
         {U"（请填写", U"）", "留有填写说明"},
         {U"<<", U">>", "留有未替换的模板变量"},
         {U"》（）", U"", "文书名称后面的文号是空的"},
         {U"》()", U"", "文书名称后面的文号是空的"},
         {U"（编号：）", U"", "编号是空的"}}
    };
    const LettersView line = page.lines[number];
    for (const Mark& mark : marks)
        for (const std::size_t at : places_of(line, mark.open)) {
            const auto end = mark.close.empty() ? at : line.find(mark.close, at + mark.open.size());
            if (end == nowhere || end - at > 40) continue;
            add(checker, page,
                {number, at, mark.close.empty() ? at + mark.open.size() : end + mark.close.size()},
                mark.message);
        }
}

// 【当事人姓名】: words in these brackets are something to be filled in, 【2024】 is a year in the wrong
// brackets.
void find_brackets(Checker& checker, const Page& page, std::size_t number) {
    const LettersView line = page.lines[number];
    for (const std::size_t at : places_of(line, U"【")) {
        const auto end = line.find(U'】', at);
        if (end == nowhere || end - at < 2 || end - at > 20) continue;
        const LettersView inside = line.substr(at + 1, end - at - 1);
        if (!std::ranges::all_of(
                inside, [](char32_t letter) { return is_han(letter) || letter == U'/' || letter == U'、'; }))
            continue;
        const bool to_fill = std::ranges::any_of(
            std::array<LettersView, 14>{U"姓名", U"名称", U"日期", U"金额", U"地址", U"文号", U"案由",
                                        U"条款", U"填写", U"数量", U"编号", U"机关", U"当事人", U"/"},
            [&](LettersView word) { return has(inside, word); });
        if (to_fill) add(checker, page, {number, at, end + 1}, "留有未填写的模板标记");
    }
}

bool is_blank_mark(char32_t letter) {
    return letter == U'_' || letter == U'＿';
}

// A blank line inside a sentence: 罚款____元, 于____年. Places to be filled by hand stand at the end of a
// line or before a date of signing.
void find_blanks(Checker& checker, const Page& page, std::size_t number) {
    const LettersView line = page.lines[number];
    if (has(line, U"签名") || has(line, U"盖章") || has(line, U"签收") || has(line, U"拒收")) return;
    for (std::size_t at = 0; at < line.size();) {
        if (!is_blank_mark(line[at])) {
            ++at;
            continue;
        }
        std::size_t end = at;
        while (end < line.size() && is_blank_mark(line[end])) ++end;
        const bool inside =
            end - at >= 2 && at > 0 && is_han(line[at - 1]) && end < line.size() && is_han(line[end]);
        if (inside) add(checker, page, {number, at, end}, "留有未填写的空白");
        at = end;
    }
}

// XX年X月, ××公司, XXX元.
void find_crosses(Checker& checker, const Page& page, std::size_t number) {
    const LettersView line = page.lines[number];
    const auto is_cross = [](char32_t letter) { return letter == U'X' || letter == U'x' || letter == U'×'; };
    for (std::size_t at = 0; at < line.size();) {
        if (!is_cross(line[at])) {
            ++at;
            continue;
        }
        std::size_t end = at;
        while (end < line.size() && is_cross(line[end])) ++end;
        const LettersView after = line.substr(end);
        const bool alone = (at == 0 || (!is_latin(line[at - 1]) && !is_digit(line[at - 1]))) &&
                           (end == line.size() || (!is_latin(line[end]) && !is_digit(line[end])));
        const bool stands_for = after.starts_with(U"年") || after.starts_with(U"月") ||
                                after.starts_with(U"日") || after.starts_with(U"元") ||
                                after.starts_with(U"市") || after.starts_with(U"县") ||
                                after.starts_with(U"区") || after.starts_with(U"局") ||
                                after.starts_with(U"号") || after.starts_with(U"公司");
        if (alone && stands_for && (end - at >= 2 || after.starts_with(U"年") || after.starts_with(U"月")))
            add(checker, page, {number, at, end + 1}, "留有代替真实内容的“×”");
        at = end;
    }
}

// "查封/扣押": one is chosen and the other deleted (documents.md DN-09).
void find_choices(Checker& checker, const Page& page, std::size_t number) {
    constexpr std::array<LettersView, 14> choices{
        U"查封/扣押", U"场所/设施/财物", U"立案/不予立案", U"延期/分期",        U"检测/检验",
        U"辨认/鉴别", U"案件/线索",      U"你/你单位",     U"你（单位）/",      U"是/否",
        U"全部/部分", U"公开/不公开",    U"投诉/举报",     U"法定代表人/负责人"};
    const LettersView line = page.lines[number];
    if (number <= page.title_line) return;
    for (const LettersView choice : choices)
        for (const std::size_t at : places_of(line, choice))
            add(checker, page, {number, at, at + choice.size()}, "留有未选择的选项，应当择一保留");
}

void find_hidden(Checker& checker, const Page& page, std::size_t number) {
    const LettersView line = page.lines[number];
    const auto hidden = std::ranges::find_if(line, is_hidden);
    if (hidden == line.end()) return;
    const auto at = static_cast<std::size_t>(hidden - line.begin());
    checker.add(page, {number, at, at + 1},
                {.rule = "mark.hidden",
                 .severity = Severity::warning,
                 .found = fmt::format("U+{:04X}", static_cast<std::uint32_t>(*hidden)),
                 .expected = {},
                 .message = "文中有看不见的控制字符"});
}

// How many items the list of evidence of a paper has: 1．… 2．… below the line that announces it.
std::size_t evidence_listed(const Page& page) {
    std::size_t count = 0;
    bool announced = false;
    for (const Letters& line : page.lines) {
        const LettersView words = trimmed(line);
        announced = announced || (has(words, U"证据") && (words.ends_with(U"：") || words.ends_with(U":")));
        const Letters next = letters_of(std::to_string(count + 1));
        const bool numbered = words.starts_with(next) && words.size() > next.size() &&
                              (words[next.size()] == U'．' || words[next.size()] == U'.');
        if (announced && numbered) ++count;
    }
    return count;
}

// 〔证据1、3〕 points to items of that list; a paper without one points elsewhere and is not judged.
void find_lost_evidence(Checker& checker, const Page& page) {
    constexpr LettersView open = U"〔证据";
    const std::size_t listed = evidence_listed(page);
    if (listed == 0) return;
    for (std::size_t i = 0; i < page.lines.size(); ++i) {
        const LettersView line = page.lines[i];
        for (const std::size_t at : places_of(line, open)) {
            std::size_t number = 0;
            for (std::size_t k = at + open.size(); k < line.size(); ++k) {
                if (is_digit(line[k]) && number < 1000) {
                    number = number * 10 + (line[k] - U'0');
                    continue;
                }
                if (number > listed)
                    checker.add(page, {i, at, k + 1},
                                {.rule = "mark.evidence",
                                 .severity = Severity::warning,
                                 .found = fmt::format("证据{}", number),
                                 .expected = fmt::format("证据1至{}", listed),
                                 .message = fmt::format("证据清单只有{}项，没有证据{}", listed, number)});
                number = 0;
                if (line[k] != U'、') break;
            }
        }
    }
}

// Hidden text, changes and comments of a file are no words of the paper; that they are there is said.
void tell_unread(Checker& checker, const Page& page) {
    if (page.source->unread.empty() || page.lines.empty()) return;
    checker.add(page, {},
                {.rule = "mark.unread",
                 .severity = Severity::info,
                 .found = {},
                 .expected = {},
                 .message = fmt::format("{}", fmt::join(page.source->unread, "；"))});
}

}  // namespace

void check_marks(Checker& checker) {
    for (const Page& page : checker.pages) tell_unread(checker, page);
    for (const Page& page : checker.pages)
        for (std::size_t i = 0; i < page.lines.size(); ++i) {
            find_marks(checker, page, i);
            find_brackets(checker, page, i);
            find_blanks(checker, page, i);
            find_crosses(checker, page, i);
            find_choices(checker, page, i);
            find_hidden(checker, page, i);
        }
    for (const Page& page : checker.pages) find_lost_evidence(checker, page);
}

}  // namespace proofread
