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

// How long something keeps: "6个月", "21天".
struct Keeping {
    int months = 0, days = 0;
    std::size_t end = 0;
};
std::optional<Keeping> keeping_at(LettersView line, std::size_t at) {
    for (const LettersView filler : {U"为", U"是", U"："})
        if (line.substr(at).starts_with(filler)) at += filler.size();
    const auto count = count_at(line, at);
    if (!count || !count->is_whole() || count->whole() < 1 || count->whole() > 3'660) return {};
    const int number = static_cast<int>(count->whole());
    const LettersView rest = line.substr(count->end);
    for (const LettersView unit : {U"个月", U"月"})
        if (rest.starts_with(unit)) return Keeping{.months = number, .end = count->end + unit.size()};
    if (rest.starts_with(U"年")) return Keeping{.months = 12 * number, .end = count->end + 1};
    if (rest.starts_with(U"天") || rest.starts_with(U"日"))
        return Keeping{.days = number, .end = count->end + 1};
    return {};
}

bool says_it_ended(LettersView behind) {
    for (const LettersView word :
         {U"就过期", U"即过期", U"过期", U"就到期", U"到期", U"届满", U"止", U"为止"})
        if (behind.starts_with(word)) return true;
    return false;
}

// "生产日期是2025年8月1日，保质期6个月，到2026年1月31日就过期了". Whether the last day counts is told in both
// ways, so that a day more or less is none.
void check_shelf_life(Checker& checker, const Page& page) {
    constexpr LettersView keeps = U"保质期";
    for (std::size_t i = 0; i + 1 < page.days.size(); ++i) {
        const DayMark &made = page.days[i], &ended = page.days[i + 1];
        if (made.line != ended.line || !made.date || !ended.date) continue;
        const LettersView line = page.lines[made.line];
        const auto at = line.find(keeps, made.end);
        if (at == nowhere || at > ended.begin || at - made.end > 8) continue;
        const std::size_t back = std::min<std::size_t>(made.begin, 8);
        if (!has(line.substr(made.begin - back, back), U"生产")) continue;
        const auto keeping = keeping_at(line, at + keeps.size());
        if (!keeping || keeping->end > ended.begin || ended.begin - keeping->end > 4) continue;
        const LettersView joint = line.substr(keeping->end, ended.begin - keeping->end);
        if (!joint.ends_with(U"到") && !joint.ends_with(U"至") && !joint.ends_with(U"于")) continue;
        if (!says_it_ended(line.substr(ended.end))) continue;
        const base::Date right = made.date->plus_months(keeping->months).plus_days(keeping->days);
        if (const int apart = *ended.date - right; apart >= -1 && apart <= 1) continue;
        const base::Date last = right.plus_days(-1);
        checker.add(
            page, ended,
            {.rule = "period.shelf_life",
             .found = ended.date->chinese(),
             .expected = last.chinese(),
             .message = fmt::format("{}生产、保质期{}，到{}为止，文中写作{}", made.date->chinese(),
                                    text_of(line.substr(at + keeps.size(), keeping->end - at - keeps.size())),
                                    last.chinese(), ended.date->chinese())});
    }
}

// 12 and 21: one number, mistyped. 12 and 13 are rather the decisions on two parties.
bool is_mistyped(LettersView a, LettersView b) {
    if (a.size() != b.size() || a == b) return false;
    Letters one_way(a), other_way(b);
    std::ranges::sort(one_way);
    std::ranges::sort(other_way);
    return one_way == other_way;
}

struct NumberParts {
    LettersView code, serial;  // 东市监处罚〔2026〕 and 12
};
std::optional<NumberParts> parts_of(LettersView number) {
    const auto close = number.find_last_of(U"〕])）】］");
    const auto end = number.find(U'号', close == nowhere ? 0 : close);
    if (close == nowhere || end == nowhere || end <= close + 1) return {};
    return NumberParts{number.substr(0, close + 1), number.substr(close + 1, end - close - 1)};
}

// "处罚决定书文号：东市监处罚〔2026〕12号 … 附：东市监处罚〔2026〕21号行政处罚决定书".
void check_decision_number(Checker& checker, const Page& page) {
    const Labelled* told = nullptr;
    for (const Labelled& labelled : page.labelled)
        if (labelled.label == U"处罚决定书文号" || labelled.label == U"行政处罚决定书文号" ||
            labelled.label == U"决定书文号") {
            if (told && told->value != labelled.value) return;
            told = &labelled;
        }
    const auto right = told ? parts_of(told->value) : std::nullopt;
    if (!right) return;
    for (const NumberMark& number : page.numbers) {
        const auto other = parts_of(number.text);
        if (!other || other->code != right->code || !is_mistyped(other->serial, right->serial)) continue;
        checker.add(page, number,
                    {.rule = "twice.document_number",
                     .severity = Severity::warning,
                     .found = text_of(number.text),
                     .expected = text_of(told->value),
                     .message = fmt::format("处罚决定书的文号他处写作{}，此处写作{}", text_of(told->value),
                                            text_of(number.text)),
                     .other_page = &page,
                     .other = *told});
    }
}

}  // namespace

void check_story(Checker& checker) {
    for (const Page& page : checker.pages) {
        check_labels(checker, page);
        check_filed(checker, page);
        check_hours(checker, page);
        check_shelf_life(checker, page);
        check_decision_number(checker, page);
    }
}

}  // namespace proofread
