#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "proofread/checker.hpp"

namespace proofread {

namespace {

// 《行政处罚告知书》（临东市监罚告〔2024〕1号): a paper as another names it.
struct Reference {
    const Page* page;
    Spot spot;
    Letters title, number;
};

std::vector<Reference> references_in(const Page& page) {
    std::vector<Reference> found;
    for (const NumberMark& number : page.numbers) {
        const LettersView line = page.lines[number.line];
        if (number.begin < 2 || (line[number.begin - 1] != U'（' && line[number.begin - 1] != U'(')) continue;
        if (line[number.begin - 2] != U'》') continue;
        const auto open = line.substr(0, number.begin).rfind(U'《');
        if (open == nowhere) continue;
        found.push_back(
            {&page, number, Letters(line.substr(open + 1, number.begin - 3 - open)), number.text});
    }
    return found;
}

Spot spot_of_number(const Page& page) {
    for (const NumberMark& number : page.numbers)
        if (number.text == page.number) return number;
    return {page.title_line, 0, 0};
}

// A number named for a paper of the file must be that paper's own.
void check_number(Checker& checker, const Reference& reference, const std::vector<Reference>& all) {
    const Page* paper = nullptr;
    for (const Page& page : checker.pages)
        if (page.is(reference.title) && !page.number.empty()) {
            if (page.number == reference.number) return;
            paper = &page;
        }
    if (paper) {
        checker.add(*reference.page, reference.spot,
                    {.rule = "twice.document_number",
                     .found = text_of(reference.number),
                     .expected = text_of(paper->number),
                     .message = fmt::format("《{}》的文号为{}，此处写作{}", text_of(reference.title),
                                            text_of(paper->number), text_of(reference.number)),
                     .other_page = paper,
                     .other = spot_of_number(*paper)});
        return;
    }
    const auto votes = [&](const Reference& one_of) {
        return std::ranges::count_if(all, [&](const Reference& other) {
            return other.title == one_of.title && other.number == one_of.number;
        });
    };
    for (const Reference& other : all)
        if (other.title == reference.title && other.number != reference.number && votes(other) > 1 &&
            votes(reference) == 1) {
            checker.add(
                *reference.page, reference.spot,
                {.rule = "twice.document_number",
                 .found = text_of(reference.number),
                 .expected = text_of(other.number),
                 .message = fmt::format("《{}》的文号前后不一：此处{}，他处{}", text_of(reference.title),
                                        text_of(reference.number), text_of(other.number)),
                 .other_page = other.page,
                 .other = other.spot});
            return;
        }
}

// "于2024年7月4日对你作出《行政处罚决定书》（…号)": the day of the paper.
void check_day(Checker& checker, const Reference& reference) {
    const Page& page = *reference.page;
    const LettersView line = page.lines[reference.spot.line];
    const auto open = line.substr(0, reference.spot.begin).rfind(U'《');
    if (open == nowhere) return;
    const LettersView before = line.substr(0, open);
    if (!before.ends_with(U"作出") && !before.ends_with(U"作出的")) return;
    const Page* paper = nullptr;
    for (const Page& one_of : checker.pages)
        if (one_of.number == reference.number && one_of.day) paper = &one_of;
    if (!paper) return;
    constexpr std::size_t reach = 10;
    for (const DayMark& day : page.days) {
        if (day.line != reference.spot.line || day.end > open || open - day.end > reach || !day.date)
            continue;
        if (*day.date == *paper->day) continue;
        checker.add(page, day,
                    {.rule = "twice.date",
                     .found = day.date->chinese(),
                     .expected = paper->day->chinese(),
                     .message = fmt::format("《{}》的日期为{}，此处写作{}", text_of(reference.title),
                                            paper->day->chinese(), day.date->chinese()),
                     .other_page = paper});
    }
}

// The line of a label that holds a day.
std::optional<DayMark> labelled_day(const Page& page, LettersView label) {
    for (const Labelled& labelled : page.labelled) {
        if (labelled.label != label) continue;
        for (const DayMark& day : page.days)
            if (day.line == labelled.line && day.begin >= labelled.begin && day.begin < labelled.end + 1 &&
                day.date)
                return day;
    }
    return {};
}

// The file holds papers of this kind and none of this day.
void compare_day(Checker& checker, const Page& page, const DayMark& day, LettersView title,
                 LettersView label) {
    const Page* paper = nullptr;
    std::optional<DayMark> right;
    for (const Page& one_of : checker.pages) {
        if (!one_of.is(title)) continue;
        const auto theirs = labelled_day(one_of, label);
        if (!theirs) return;
        if (theirs->date == day.date) return;
        paper = &one_of;
        right = theirs;
    }
    if (!paper || &page == paper) return;
    checker.add(page, day,
                {.rule = "twice.date",
                 .found = day.date->chinese(),
                 .expected = right->date->chinese(),
                 .message = fmt::format("《{}》载明的日期为{}，此处写作{}", text_of(title),
                                        right->date->chinese(), day.date->chinese()),
                 .other_page = paper,
                 .other = *right});
}

// What the reports tell of the course: 2024年5月16日制作的《现场笔录》, 于2024年5月16日予以立案.
void check_course(Checker& checker, const Page& page, const DayMark& day) {
    if (!day.date) return;
    const LettersView line = page.lines[day.line];
    const LettersView after = line.substr(day.end);
    struct Told {
        LettersView words, title, label;
    };
    constexpr Told table[] = {
        {U"制作的《现场笔录》", U"现场笔录", U"时间"    },
        {U"制作的《抽样记录》", U"抽样记录", U"抽样时间"},
    };
    for (const Told& told : table)
        if (after.starts_with(told.words)) compare_day(checker, page, day, told.title, told.label);
    if (after.starts_with(U"对") &&
        has(after.substr(0, std::min<std::size_t>(after.size(), 40)), U"制作的《询问笔录》"))
        compare_day(checker, page, day, U"询问笔录", U"时间");
    if (after.starts_with(U"予以立案")) compare_day(checker, page, day, U"案件调查终结报告", U"立案日期");
}

// 告知书的送达 in the decision against the receipt.
void check_service(Checker& checker) {
    const Page* decision = checker.page_titled(U"行政处罚决定书");
    const Page* notice = checker.page_titled(U"行政处罚告知书");
    if (!decision || !notice || notice->number.empty()) return;
    const Page* receipt = nullptr;
    for (const Page& page : checker.pages)
        if (page.is(U"送达回证"))
            for (const NumberMark& number : page.numbers)
                if (number.text == notice->number) receipt = receipt ? nullptr : &page;
    const auto served = receipt ? labelled_day(*receipt, U"送达时间") : std::nullopt;
    if (!served) return;
    for (const DayMark& day : decision->days) {
        const LettersView after = LettersView(decision->lines[day.line]).substr(day.end);
        const auto title = after.find(U"送达《行政处罚告知书》");
        if (title == nowhere || title > 24 || !day.date || day.date == served->date) continue;
        checker.add(*decision, day,
                    {.rule = "twice.date",
                     .found = day.date->chinese(),
                     .expected = served->date->chinese(),
                     .message = fmt::format("告知书的送达回证载明{}，决定书写作{}", served->date->chinese(),
                                            day.date->chinese()),
                     .other_page = receipt,
                     .other = *served});
    }
}

// 编号为QD2024001的《财物清单》, 报告编号：…: one list or report goes by one number; a reading that differs
// in one letter from the usual one is a slip.
void check_list_numbers(Checker& checker) {
    struct Told {
        const Page* page;
        Spot spot;
        Letters text;
    };
    std::vector<Told> told;
    for (const Page& page : checker.pages)
        for (std::size_t i = 0; i < page.lines.size(); ++i) {
            const LettersView line = page.lines[i];
            for (const LettersView label : {U"编号为", U"编号："})
                for (const std::size_t at : places_of(line, label)) {
                    if (at > 1 && line.substr(at - 2, 2) == U"案件") continue;
                    std::size_t end = at + label.size();
                    while (end < line.size() &&
                           (is_latin(line[end]) || is_digit(line[end]) || line[end] == U'-'))
                        ++end;
                    const std::size_t begin = at + label.size();
                    if (end - begin >= 5)
                        told.push_back({
                            &page, {i, begin, end},
                             Letters(line.substr(begin, end - begin))
                        });
                }
        }
    std::map<Letters, std::size_t> votes;
    for (const Told& one_of : told) ++votes[one_of.text];
    for (const Told& one_of : told)
        for (const auto& [text, count] : votes) {
            if (votes[one_of.text] != 1 || count < 2 || text == one_of.text ||
                distance(text, one_of.text, 1) > 1)
                continue;
            const bool listed_itself =
                one_of.page->is(U"场所、设施、财物清单") || one_of.page->is(U"财物清单");
            if (listed_itself) continue;
            checker.add(*one_of.page, one_of.spot,
                        {.rule = "twice.number",
                         .found = text_of(one_of.text),
                         .expected = text_of(text),
                         .message = fmt::format("编号前后不一：此处{}，他处{}", text_of(one_of.text),
                                                text_of(text))});
        }
}

// "喷码机1台": a thing of the list by its name, with another quantity in the record made beside it.
void check_quantities(Checker& checker) {
    for (const Page& list : checker.pages) {
        if (!has(list.title, U"清单")) continue;
        for (const auto& row : list.rows) {
            if (row.size() < 5) continue;
            const Letters &name = row[1].text, &unit = row[3].text, &quantity = row[4].text;
            if (name.size() < 2 || unit.empty() || quantity.empty() ||
                !std::ranges::all_of(quantity, is_digit))
                continue;
            for (const Page& page : checker.pages) {
                if (!page.is(U"现场笔录") && !page.is(U"实施行政强制措施决定书")) continue;
                for (std::size_t i = 0; i < page.lines.size(); ++i) {
                    const LettersView line = page.lines[i];
                    for (const std::size_t at : places_of(line, name)) {
                        const std::size_t begin = at + name.size();
                        std::size_t end = begin;
                        while (end < line.size() && is_digit(line[end])) ++end;
                        if (end == begin || !line.substr(end).starts_with(unit) ||
                            line.substr(begin, end - begin) == quantity)
                            continue;
                        checker.add(
                            page, {i, begin, end + unit.size()},
                            {.rule = "twice.quantity",
                             .found = text_of(line.substr(begin, end - begin)),
                             .expected = text_of(quantity),
                             .message = fmt::format("{}在清单中为{}{}，此处写作{}{}", text_of(name),
                                                    text_of(quantity), text_of(unit),
                                                    text_of(line.substr(begin, end - begin)), text_of(unit)),
                             .other_page = &list,
                             .other = row[4]});
                    }
                }
            }
        }
    }
}

}  // namespace

void check_references(Checker& checker) {
    std::vector<Reference> all;
    for (const Page& page : checker.pages) std::ranges::move(references_in(page), std::back_inserter(all));
    for (const Reference& reference : all) {
        check_number(checker, reference, all);
        check_day(checker, reference);
    }
    for (const Page& page : checker.pages)
        for (const DayMark& day : page.days) check_course(checker, page, day);
    check_service(checker);
    check_list_numbers(checker);
    check_quantities(checker);
}

}  // namespace proofread
