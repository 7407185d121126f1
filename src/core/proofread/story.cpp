#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "proofread/checker.hpp"
#include "proofread/figures.hpp"

namespace proofread {

namespace {

// What one paper tells in order: days that stand behind labels of the same paper.
using Labels = std::array<LettersView, 3>;
struct Sequence {
    Labels earlier, later;
};
constexpr std::array<Sequence, 8> sequences{
    {{{U"立案日期", U"立案时间"}, {U"决定日期", U"处罚决定日期", U"处罚决定作出日期"}},
     {{U"决定日期", U"处罚决定日期", U"处罚决定作出日期"}, {U"送达日期", U"送达时间"}},
     {{U"立案日期", U"立案时间"}, {U"结案日期"}},
     {{U"生产日期"}, {U"抽样日期", U"抽样时间"}},
     {{U"抽样日期", U"抽样时间"}, {U"检验日期"}},
     {{U"样品到达日期", U"收样日期"}, {U"检验日期", U"签发日期"}},
     {{U"抽样日期", U"抽样时间"}, {U"签发日期", U"报告日期"}},
     {{U"检验日期"}, {U"签发日期", U"报告日期"}}}
};

struct LabelledDay {
    const Labelled* labelled;
    base::Date date;
};

// The one day behind the first of these labels; nothing when the paper tells two.
std::optional<LabelledDay> day_behind(const Page& page, const Labels& labels) {
    std::optional<LabelledDay> found;
    for (const Labelled& labelled : page.labelled) {
        if (std::ranges::find(labels, labelled.label) == labels.end()) continue;
        for (const DayMark& day : page.days) {
            if (day.line != labelled.line || day.begin != labelled.begin || !day.date) continue;
            if (found && found->date != *day.date) return {};
            found = LabelledDay{&labelled, *day.date};
        }
    }
    return found;
}

void add(Checker& checker, const Page& page, const Spot& spot, base::Date later,
         const std::string& what_later, base::Date earlier, const std::string& what_earlier) {
    checker.add(page, spot,
                {.rule = "date.order",
                 .found = later.chinese(),
                 .expected = "不早于" + earlier.chinese(),
                 .message = fmt::format("{}{}早于{}{}", what_later, later.chinese(), what_earlier,
                                        earlier.chinese())});
}

void check_labels(Checker& checker, const Page& page) {
    for (const Sequence& sequence : sequences) {
        const auto earlier = day_behind(page, sequence.earlier), later = day_behind(page, sequence.later);
        if (!earlier || !later || later->date >= earlier->date) continue;
        add(checker, page, *later->labelled, later->date, text_of(later->labelled->label), earlier->date,
            text_of(earlier->labelled->label));
    }
}

bool tells_of_finding(LettersView sentence) {
    for (const LettersView word : {U"发现", U"接到投诉", U"接到举报", U"收到投诉", U"收到举报"})
        if (has(sentence, word)) return true;
    return false;
}

// "3月2日…发现…，于3月5日立案": what was found before the case was filed (程序规定 第十八条、第十九条).
void check_filed(Checker& checker, const Page& page) {
    for (std::size_t i = 0; i < page.days.size(); ++i) {
        const DayMark& filed = page.days[i];
        const LettersView after = LettersView(page.lines[filed.line]).substr(filed.end);
        const bool is_filing = after.starts_with(U"立案") || after.starts_with(U"予以立案") ||
                               after.starts_with(U"对其立案") || after.starts_with(U"决定立案");
        if (!is_filing || !filed.date || i == 0) continue;
        const DayMark& found = page.days[i - 1];
        const LettersView line = page.lines[found.line];
        if (found.line != filed.line || !found.date || *filed.date >= *found.date) continue;
        if (tells_of_finding(line.substr(found.end, filed.begin - found.end)))
            add(checker, page, filed, *filed.date, "立案的日期", *found.date, "发现线索的日期");
    }
}

// Minutes of the day at "9时10分", "9:10".
struct Clock {
    int minutes = 0;
    std::size_t end = 0;
};
std::optional<Clock> clock_at(LettersView line, std::size_t at) {
    const auto hours = figure_at(line, at);
    if (!hours || !hours->is_whole() || hours->whole() > 24 || hours->end >= line.size()) return {};
    const char32_t mark = line[hours->end];
    if (mark != U'时' && mark != U':' && mark != U'：') return {};
    Clock clock{.minutes = static_cast<int>(hours->whole()) * 60, .end = hours->end + 1};
    const auto minutes = figure_at(line, clock.end);
    if (!minutes || !minutes->is_whole() || minutes->whole() > 59) return clock;
    clock.minutes += static_cast<int>(minutes->whole());
    clock.end = minutes->end;
    if (clock.end < line.size() && line[clock.end] == U'分') ++clock.end;
    return clock;
}

// "3月3日9时10分至10时25分", on one day: the end is not before the beginning.
void check_hours(Checker& checker, const Page& page) {
    for (const DayMark& day : page.days) {
        const LettersView line = page.lines[day.line];
        const auto from = clock_at(line, day.end);
        if (!from || !day.date || !line.substr(from->end).starts_with(U"至")) continue;
        std::size_t at = from->end + 1;
        const auto second = std::ranges::find_if(
            page.days, [&](const DayMark& other) { return other.line == day.line && other.begin == at; });
        if (second != page.days.end()) {
            if (second->date != day.date) continue;
            at = second->end;
        }
        const auto to = clock_at(line, at);
        if (!to || to->minutes >= from->minutes) continue;
        const Spot spot{day.line, day.begin, to->end};
        checker.add(page, spot,
                    {.rule = "date.order",
                     .found = text_of(page.view(spot)),
                     .expected = {},
                     .message = "结束的时间早于开始的时间"});
    }
}

}  // namespace

void check_story(Checker& checker) {
    for (const Page& page : checker.pages) {
        check_labels(checker, page);
        check_filed(checker, page);
        check_hours(checker, page);
    }
}

}  // namespace proofread
