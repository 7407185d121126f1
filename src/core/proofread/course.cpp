#include <fmt/format.h>

#include <algorithm>

#include "proofread/checker.hpp"
#include "proofread/figures.hpp"

namespace proofread {

namespace {

// The course of a case as running words tell it, against itself and against the papers of the file.

using Words = std::initializer_list<LettersView>;

bool has_any(LettersView words, Words wanted) {
    return std::ranges::any_of(wanted, [&](LettersView word) { return has(words, word); });
}

// The words behind a day, to the end of the sentence or the next day.
LettersView words_behind(const Page& page, const DayMark& day) {
    const LettersView line = page.lines[day.line];
    std::size_t end = day.end;
    while (end < line.size() && !ends_clause(line[end])) ++end;
    for (const DayMark& other : page.days)
        if (other.line == day.line && other.begin >= day.end) end = std::min(end, other.begin);
    return line.substr(day.end, end - day.end);
}

// Another matter, or another time.
bool tells_of_other(LettersView sentence) {
    return has_any(sentence, {U"曾", U"此前", U"前次", U"另案", U"他案", U"再次", U"复查", U"回访", U"撤销",
                              U"公安", U"移送", U"拟", U"计划", U"将于", U"上次", U"第二次", U"补充"});
}

void add(Checker& checker, const Page& page, const DayMark& day, Remark remark) {
    checker.add(page, day, std::move(remark));
}

bool is_filing(LettersView behind) {
    const auto at = behind.find(U"立案");
    if (at == nowhere || at > 14) return false;
    const LettersView before = behind.substr(0, at), after = behind.substr(at + 2);
    return !has_any(before,
                    {U"不予", U"之日", U"报告", U"建议", U"申请", U"呈", U"接到", U"发现", U"延长"}) &&
           !after.starts_with(U"之日") && !after.starts_with(U"前") && !after.starts_with(U"审批") &&
           !after.starts_with(U"标准") && !after.starts_with(U"条件") && !after.starts_with(U"时");
}

// "于3月6日立案。3月2日，经审批对该案立案调查": one case is filed once.
void check_filed_once(Checker& checker, const Page& page) {
    const DayMark* first = nullptr;
    for (const DayMark& day : page.days) {
        if (!day.date || !is_filing(words_behind(page, day))) continue;
        if (tells_of_other(sentence_at(page.lines[day.line], day.begin))) continue;
        if (!first) {
            first = &day;
            continue;
        }
        if (*first->date == *day.date) continue;
        add(checker, page, day,
            {.rule = "twice.date",
             .severity = Severity::warning,
             .found = day.date->chinese(),
             .expected = first->date->chinese(),
             .message = fmt::format("立案的日期前后不一：他处{}，此处{}", first->date->chinese(),
                                    day.date->chinese()),
             .other_page = &page,
             .other = *first});
    }
}

// "4月20日送达了告知书。4月10日作出处罚决定" (行政处罚法 第四十四条), and a paper that was served before its
// day.
void check_told_and_decided(Checker& checker, const Page& page) {
    constexpr int longest = 90;  // what was decided longer ago is another case
    const DayMark* told = nullptr;
    for (const DayMark& day : page.days) {
        if (!day.date || tells_of_other(sentence_at(page.lines[day.line], day.begin))) continue;
        const LettersView behind = words_behind(page, day);
        if (has(behind, U"送达") && has(behind, U"告知书")) told = &day;
        const auto decided = behind.find(U"处罚决定");
        const bool is_decision =
            decided != nowhere && decided <= 12 && has(behind.substr(0, decided), U"作出");
        if (!told || !is_decision || *day.date >= *told->date || *told->date - *day.date > longest) continue;
        add(checker, page, day,
            {.rule = "date.order",
             .severity = Severity::warning,
             .found = day.date->chinese(),
             .expected = "不早于" + told->date->chinese(),
             .message = fmt::format("作出处罚决定的日期{}早于送达告知书的日期{}", day.date->chinese(),
                                    told->date->chinese()),
             .basis = "行政处罚法 第四十四条",
             .other_page = &page,
             .other = *told});
    }
    for (const DayMark& day : page.days) {
        const LettersView line = page.lines[day.line];
        const LettersView before = line.substr(0, day.begin);
        const bool is_own = before.ends_with(U"本决定书于") || before.ends_with(U"本决定书已于");
        if (!is_own || !day.date || !page.day || *day.date >= *page.day) continue;
        if (!words_behind(page, day).starts_with(U"送达")) continue;
        add(checker, page, day,
            {.rule = "date.order",
             .found = day.date->chinese(),
             .expected = "不早于" + page.day->chinese(),
             .message =
                 fmt::format("送达的日期{}早于本决定书的日期{}", day.date->chinese(), page.day->chinese())});
    }
}

// "6个月", "21天" behind 保质期.
std::optional<base::Date> kept_until(LettersView words, base::Date made) {
    constexpr LettersView keeps = U"保质期";
    auto at = words.find(keeps);
    if (at == nowhere) return {};
    at += keeps.size();
    for (const LettersView filler : {U"为", U"是", U"：", U"限"})
        if (words.substr(at).starts_with(filler)) at += filler.size();
    const auto count = count_at(words, at);
    if (!count || !count->is_whole() || count->whole() < 1 || count->whole() > 3'660) return {};
    const int number = static_cast<int>(count->whole());
    const LettersView unit = words.substr(count->end);
    if (unit.starts_with(U"个月")) return made.plus_months(number);
    if (unit.starts_with(U"年")) return made.plus_months(12 * number);
    if (unit.starts_with(U"天") || unit.starts_with(U"日")) return made.plus_days(number);
    return {};
}

// "生产日期2025年12月1日，保质期6个月，检查之日2026年4月1日已超过保质期".
void check_kept(Checker& checker, const Page& page) {
    for (std::size_t i = 0; i + 1 < page.days.size(); ++i) {
        const DayMark &made = page.days[i], &seen = page.days[i + 1];
        if (made.line != seen.line || !made.date || !seen.date) continue;
        const LettersView line = page.lines[made.line];
        if (sentence_begin(line, made.begin) != sentence_begin(line, seen.begin)) continue;
        const std::size_t back = std::min<std::size_t>(made.begin, 8);
        if (!has(line.substr(made.begin - back, back), U"生产日期")) continue;
        const auto until = kept_until(line.substr(made.end, seen.begin - made.end), *made.date);
        LettersView behind = line.substr(seen.end, 14);
        behind = behind.substr(0, std::min(behind.find_first_of(U"。；"), behind.size()));
        const bool is_past = has_any(behind, {U"已超过保质期", U"已过保质期", U"已经超过保质期", U"已过期"});
        if (!until || !is_past || has_any(behind, {U"未", U"前"}) || *seen.date > until->plus_days(-2))
            continue;
        checker.add(page, seen,
                    {.rule = "period.shelf_life",
                     .found = seen.date->chinese(),
                     .expected = until->plus_days(-1).chinese(),
                     .message = fmt::format("{}生产，保质期至{}，{}尚未超过保质期", made.date->chinese(),
                                            until->plus_days(-1).chinese(), seen.date->chinese())});
    }
}

// What the records of the file bear as their day, by the title of the record and the label of the day.
struct Recorded {
    LettersView title, label;
    Words words;  // how running words tell of it
};

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

// "10月17日现场检查" where the record of the inspection is of 10月27日.
void check_recorded(Checker& checker, const Recorded& recorded) {
    std::vector<std::pair<const Page*, DayMark>> right;
    for (const Page& page : checker.pages) {
        if (!page.is(recorded.title)) continue;
        const auto day = labelled_day(page, recorded.label);
        if (!day) return;
        right.emplace_back(&page, *day);
    }
    if (right.empty()) return;
    for (const Page& page : checker.pages) {
        if (page.is(recorded.title)) continue;
        for (const DayMark& day : page.days) {
            if (!day.date || page.is_row(day.line)) continue;
            const LettersView behind = words_behind(page, day);
            const LettersView near = behind.substr(0, std::min<std::size_t>(behind.size(), 40));
            if (!has_any(near, recorded.words)) continue;
            if (tells_of_other(sentence_at(page.lines[day.line], day.begin))) continue;
            if (std::ranges::any_of(right, [&](const auto& one) { return one.second.date == day.date; }))
                continue;
            checker.add(page, day,
                        {.rule = "twice.date",
                         .severity = Severity::warning,
                         .found = day.date->chinese(),
                         .expected = right.front().second.date->chinese(),
                         .message = fmt::format("《{}》载明的日期为{}，此处写作{}", text_of(recorded.title),
                                                right.front().second.date->chinese(), day.date->chinese()),
                         .other_page = right.front().first,
                         .other = right.front().second});
        }
    }
}

}  // namespace

void check_course(Checker& checker) {
    for (const Page& page : checker.pages) {
        check_filed_once(checker, page);
        check_told_and_decided(checker, page);
        check_kept(checker, page);
    }
    for (const Recorded& recorded : {
             Recorded{U"现场笔录", U"时间",     {U"现场检查", U"制作了现场笔录", U"制作现场笔录"}},
             Recorded{U"询问笔录", U"时间",     {U"进行询问", U"制作了询问笔录", U"制作询问笔录"}},
             Recorded{U"抽样记录", U"抽样时间", {U"进行抽样", U"抽样取证", U"制作了抽样记录"}    }
    })
        check_recorded(checker, recorded);
}

}  // namespace proofread
