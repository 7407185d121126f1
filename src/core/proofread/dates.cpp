#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "proofread/checker.hpp"

namespace proofread {

namespace {

constexpr LettersView weekday_names = U"日一二三四五六";

// "（星期四）" behind a day.
void check_weekday(Checker& checker, const Page& page, const DayMark& day) {
    const LettersView line = page.lines[day.line];
    std::size_t at = day.end;
    while (at < line.size() &&
           (line[at] == U'（' || line[at] == U'(' || line[at] == U' ' || line[at] == U'，'))
        ++at;
    const LettersView rest = line.substr(at);
    const std::size_t word = rest.starts_with(U"星期") || rest.starts_with(U"礼拜") ? 2
                             : rest.starts_with(U"周")                              ? 1
                                                                                    : 0;
    if (word == 0 || rest.size() <= word) return;
    const char32_t said = rest[word] == U'天' ? U'日' : rest[word];
    const auto place = weekday_names.find(said);
    if (place == nowhere) return;
    const auto right = std::chrono::weekday(day.date->days()).c_encoding();
    if (place == right) return;
    const std::string wanted = "星期" + text_of(weekday_names.substr(right, 1));
    checker.add(page, {day.line, day.begin, at + word + 1},
                {.rule = "date.weekday",
                 .found = text_of(rest.substr(0, word + 1)),
                 .expected = wanted,
                 .message = fmt::format("{}是{}", day.date->chinese(), wanted)});
}

// Papers that tell what has happened.
bool tells_the_past(const Page& page) {
    constexpr std::array<LettersView, 6> forms{U"行政处罚决定书",     U"行政处罚告知书",
                                               U"案件调查终结报告",   U"不予行政处罚决定书",
                                               U"行政处罚履行催告书", U"责令改正通知书"};
    return std::ranges::any_of(forms, [&](LettersView form) { return page.is(form); });
}

bool may_lie_ahead(LettersView line, const DayMark& day) {
    const LettersView before = line.substr(0, day.begin), after = line.substr(day.end);
    for (const LettersView word : {U"前", U"止", U"之前", U"以前", U"届满", U"内", U"起"})
        if (after.starts_with(word)) return true;
    for (const LettersView word :
         {U"至", U"到", U"于", U"为", U"期", U"到期日", U"（", U"即", U"：", U"自", U"将于"})
        if (before.ends_with(word) && word != U"于") return true;
    const LettersView sentence = sentence_at(line, day.begin);
    for (const LettersView word : {U"期限", U"有效期", U"保质期", U"听证", U"届满", U"应当", U"限"})
        if (has(sentence, word)) return true;
    return has(before.substr(sentence_begin(line, day.begin)), U"拟");
}

void check_after(Checker& checker, const Page& page, const DayMark& day) {
    if (!page.day || *day.date <= *page.day || !tells_the_past(page)) return;
    const LettersView line = page.lines[day.line];
    if (may_lie_ahead(line, day)) return;
    checker.add(
        page, day,
        {.rule = "date.after_document",
         .severity = Severity::error,
         .found = day.date->chinese(),
         .expected = "不晚于" + page.day->chinese(),
         .message = fmt::format("叙述的日期{}晚于本文书日期{}", day.date->chinese(), page.day->chinese())});
}

}  // namespace

void check_dates(Checker& checker) {
    for (const Page& page : checker.pages)
        for (const DayMark& day : page.days) {
            if (!day.date) {
                checker.add(page, day,
                            {.rule = "date.impossible",
                             .found = text_of(page.view(day)),
                             .expected = {},
                             .message = fmt::format("没有{}这一天", text_of(page.view(day)))});
                continue;
            }
            check_weekday(checker, page, day);
            check_after(checker, page, day);
        }
}

namespace {

// Which paper cannot bear an earlier day than which.
struct Order {
    LettersView earlier, later;
    std::string_view basis;
};
constexpr std::array<Order, 8> orders{
    {
     {U"行政处罚告知书", U"行政处罚决定书", "行政处罚法 第四十四条"},
     {U"案件调查终结报告", U"行政处罚告知书", "程序规定 第四十八条"},
     {U"案件调查终结报告", U"行政处罚决定书", "程序规定 第四十八条"},
     {U"实施行政强制措施决定书", U"延长行政强制措施期限决定书", ""},
     {U"实施行政强制措施决定书", U"解除行政强制措施决定书", ""},
     {U"先行登记保存证据通知书", U"解除先行登记保存证据通知书", ""},
     {U"行政处罚决定书", U"行政处罚决定履行催告书", "行政强制法 第五十四条"},
     {U"行政处罚决定履行催告书", U"强制执行申请书", "行政强制法 第五十四条"},
     }
};

const Page* sole_with_day(const Checker& checker, LettersView title) {
    const Page* found = nullptr;
    for (const Page& page : checker.pages) {
        if (!page.is(title) || !page.day) continue;
        if (found) return nullptr;
        found = &page;
    }
    return found;
}

Spot spot_of_day(const Page& page) {
    for (auto mark = page.days.rbegin(); mark != page.days.rend(); ++mark)
        if (mark->date == page.day) return *mark;
    return {page.title_line, 0, page.lines.empty() ? 0 : page.lines[page.title_line].size()};
}

void check_papers(Checker& checker, const Order& order) {
    const Page* earlier = sole_with_day(checker, order.earlier);
    const Page* later = sole_with_day(checker, order.later);
    if (!earlier || !later || *earlier->day <= *later->day) return;
    checker.add(
        *later, spot_of_day(*later),
        {.rule = "date.order",
         .found = later->day->chinese(),
         .expected = "不早于" + earlier->day->chinese(),
         .message = fmt::format("《{}》的日期{}早于《{}》的日期{}", text_of(order.later),
                                later->day->chinese(), text_of(order.earlier), earlier->day->chinese()),
         .basis = std::string(order.basis),
         .other_page = earlier,
         .other = spot_of_day(*earlier)});
}

std::optional<base::Date> day_of(const Page& page, const Labelled& labelled) {
    for (const DayMark& day : page.days)
        if (day.line == labelled.line && day.begin >= labelled.begin && day.begin < labelled.end)
            return day.date;
    return {};
}

// 送达时间 against the day of the paper that was served.
void check_receipt(Checker& checker, const Page& page) {
    if (!page.is(U"送达回证")) return;
    for (const Labelled& when : page.labelled) {
        const auto served = when.label == U"送达时间" ? day_of(page, when) : std::nullopt;
        if (!served) continue;
        for (const NumberMark& number : page.numbers)
            for (const Page& paper : checker.pages)
                if (paper.number == number.text && paper.day && *paper.day > *served)
                    checker.add(page, when,
                                {.rule = "date.order",
                                 .found = served->chinese(),
                                 .expected = "不早于" + paper.day->chinese(),
                                 .message = fmt::format("送达时间{}早于《{}》的日期{}", served->chinese(),
                                                        text_of(paper.title), paper.day->chinese()),
                                 .other_page = &paper,
                                 .other = spot_of_day(paper)});
    }
}

// 立案日期 against notice and decision.
void check_filing(Checker& checker, const Page& page) {
    for (const Labelled& when : page.labelled) {
        const auto filed = when.label == U"立案日期" ? day_of(page, when) : std::nullopt;
        if (!filed) continue;
        for (const LettersView title : {U"行政处罚告知书", U"行政处罚决定书", U"不予行政处罚决定书"}) {
            const Page* paper = sole_with_day(checker, title);
            if (!paper || *paper->day >= *filed) continue;
            checker.add(page, when,
                        {.rule = "date.order",
                         .found = filed->chinese(),
                         .expected = "不晚于" + paper->day->chinese(),
                         .message = fmt::format("立案日期{}晚于《{}》的日期{}", filed->chinese(),
                                                text_of(title), paper->day->chinese()),
                         .other_page = paper,
                         .other = spot_of_day(*paper)});
            return;
        }
    }
}

// "时间：…9时30分至…11时": the end before the beginning.
void check_span(Checker& checker, const Page& page) {
    for (std::size_t i = 0; i + 1 < page.days.size(); ++i) {
        const DayMark &from = page.days[i], &to = page.days[i + 1];
        if (from.line != to.line || !from.date || !to.date || *from.date <= *to.date) continue;
        const LettersView between = LettersView(page.lines[from.line]).substr(from.end, to.begin - from.end);
        const bool is_span = between.size() <= 9 && (between.ends_with(U"至") || between.ends_with(U"起至"));
        if (!is_span) continue;
        checker.add(page, {from.line, from.begin, to.end},
                    {.rule = "date.order",
                     .found = text_of(page.view({from.line, from.begin, to.end})),
                     .expected = {},
                     .message = fmt::format("止日{}早于起日{}", to.date->chinese(), from.date->chinese())});
    }
}

}  // namespace

void check_order(Checker& checker) {
    for (const Order& order : orders) check_papers(checker, order);
    for (const Page& page : checker.pages) {
        check_receipt(checker, page);
        check_filing(checker, page);
        check_span(checker, page);
    }
}

}  // namespace proofread
