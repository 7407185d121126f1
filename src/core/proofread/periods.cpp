#include <fmt/format.h>

#include <algorithm>

#include "proofread/checker.hpp"
#include "proofread/figures.hpp"

namespace proofread {

namespace {

using calendar::Unit;

// "三十日", "5个工作日", "六个月" as it stands in a line.
struct Written {
    std::size_t begin = 0, end = 0;
    std::int64_t amount = 0;
    Unit unit = Unit::natural_days;
    std::string text() const {
        const std::string_view name = unit == Unit::working_days ? "个工作日"
                                      : unit == Unit::months     ? "个月"
                                                                 : "日";
        return fmt::format("{}{}", amount, name);
    }
};

std::optional<Written> period_at(LettersView line, std::size_t at) {
    const auto count = count_at(line, at);
    if (!count || !count->is_whole() || count->whole() < 1 || count->whole() > 400) return {};
    struct Name {
        LettersView word;
        Unit unit;
    };
    for (const Name& name : {
             Name{U"个工作日", Unit::working_days},
             Name{U"工作日",   Unit::working_days},
             Name{U"个月",     Unit::months      },
             Name{U"日",       Unit::natural_days},
             Name{U"天",       Unit::natural_days}
    })
        if (line.substr(count->end).starts_with(name.word))
            return Written{.begin = at,
                           .end = count->end + name.word.size(),
                           .amount = count->whole(),
                           .unit = name.unit};
    return {};
}

bool begins_count(LettersView line, std::size_t at) {
    constexpr LettersView counting = U"零一二三四五六七八九十百两0123456789";
    return counting.find(line[at]) != nowhere && (at == 0 || counting.find(line[at - 1]) == nowhere) &&
           (at == 0 || (line[at - 1] != U'月' && line[at - 1] != U'年' && line[at - 1] != U'第'));
}

// The last period that is written in a stretch, "30日" of a date left aside.
std::optional<Written> last_period(LettersView line, std::size_t begin, std::size_t end) {
    for (std::size_t at = end; at-- > begin;) {
        if (!begins_count(line, at)) continue;
        const auto period = period_at(line, at);
        if (period && period->end <= end) return period;
    }
    return {};
}

bool is_right(const FixedPeriod& rule, const Written& written) {
    if (std::ranges::find(rule.right, written.text()) != rule.right.end()) return true;
    if (!rule.at_most || written.unit != Unit::natural_days) return false;
    return std::ranges::any_of(rule.right, [&](const std::string& right) {
        const auto most = count_at(letters_of(right), 0);
        return most && written.amount <= most->whole();
    });
}

// A rule with its words in letters.
struct Prepared {
    const FixedPeriod& rule;
    Letters before, after;
};

void check_fixed(Checker& checker, const Page& page, std::size_t number, const Prepared& prepared) {
    const LettersView line = page.lines[number];
    const auto& [rule, before, after] = prepared;
    if (rule.from && (!page.day || *page.day < *rule.from)) return;
    for (const std::size_t at : places_of(line, after.empty() ? before : after)) {
        const std::size_t begin = sentence_begin(line, at);
        std::optional<Written> written;
        LettersView around;
        if (after.empty()) {
            written = period_at(line, at + before.size());
            around = sentence_at(line, at);
        } else {
            written = last_period(line, begin, at);
            if (!written) continue;
            const auto anchor = line.substr(begin, written->begin - begin).rfind(before);
            if (anchor == nowhere) continue;
            around = line.substr(begin, at - begin);
            const std::size_t reach = written->begin - begin - anchor - before.size();
            if (reach > 12) continue;
        }
        const bool other = std::ranges::any_of(
            rule.unless, [&](const std::string& word) { return has(around, letters_of(word)); });
        if (!written || other || is_right(rule, *written)) continue;
        checker.add(page, {number, written->begin, written->end},
                    {.rule = "period.statutory",
                     .found = text_of(line.substr(written->begin, written->end - written->begin)),
                     .expected = rule.right.front(),
                     .message = rule.message,
                     .basis = rule.basis});
    }
}

// The last days a period may rightly be said to have. 自……起……止 may count the first day or not; a working
// day is counted as the law counts it.
std::vector<base::Date> last_days(const calendar::WorkCalendar& calendar, base::Date first,
                                  const Written& period, bool first_may_count) {
    std::vector<base::Date> days;
    const auto amount = static_cast<int>(period.amount);
    if (period.unit == Unit::working_days) {
        days.push_back(calendar.nth_working_day_after(first, amount));
        return days;
    }
    const base::Date counted =
        period.unit == Unit::months ? first.plus_months(amount) : first.plus_days(amount);
    days = {counted, calendar.roll(counted)};
    if (first_may_count) {
        days.push_back(counted.plus_days(-1));
        days.push_back(calendar.roll(counted.plus_days(-1)));
    }
    return days;
}

void compare(Checker& checker, const Page& page, const DayMark& first, const DayMark& last,
             const Written& period, bool first_may_count) {
    if (!checker.known.calendar) return;
    if (period.unit == Unit::working_days && checker.known.calendar->is_provisional(*last.date)) return;
    const auto right = last_days(*checker.known.calendar, *first.date, period, first_may_count);
    if (std::ranges::find(right, *last.date) != right.end()) return;
    checker.add(page, last,
                {.rule = "period.end",
                 .found = last.date->chinese(),
                 .expected = right.front().chinese(),
                 .message = fmt::format("自{}起{}，期满为{}，文中写作{}", first.date->chinese(),
                                        period.text(), right.front().chinese(), last.date->chinese())});
}

// "止，期限三十日", "止，共30日".
std::optional<Written> period_behind(LettersView after) {
    for (const LettersView word : {U"，期限为", U"，期限", U"，为期", U"，共计", U"，共", U"（共"}) {
        const std::size_t begin = after.starts_with(U'止') ? 1 : 0;
        if (after.substr(begin).starts_with(word)) return period_at(after, begin + word.size());
    }
    return {};
}

// "期限为30日，自…起至…止", "自…起至…止，共30日" and "自…起五个工作日内，即…前".
void check_ends(Checker& checker, const Page& page) {
    for (std::size_t i = 0; i + 1 < page.days.size(); ++i) {
        const DayMark &first = page.days[i], &last = page.days[i + 1];
        if (first.line != last.line || !first.date || !last.date || *last.date < *first.date) continue;
        const LettersView line = page.lines[first.line];
        const LettersView between = line.substr(first.end, last.begin - first.end);
        const std::size_t begin = sentence_begin(line, first.begin);
        if (begin != sentence_begin(line, last.begin)) continue;
        if (between == U"起至" || between == U"至" || between == U"起，至") {
            constexpr std::size_t reach = 16;
            const std::size_t from = std::max(begin, first.begin - std::min(first.begin, reach));
            const auto period = last_period(line, from, first.begin);
            const LettersView after = line.substr(last.end);
            const bool joined =
                period && line.substr(period->end, first.begin - period->end).find(U'日') == nowhere;
            if (joined && (between.front() == U'起' || after.starts_with(U"止")))
                compare(checker, page, first, last, *period, true);
            else if (const auto told = period_behind(after); told && after.starts_with(U"止"))
                compare(checker, page, first, last, *told, true);
            continue;
        }
        const auto from_begin = between.find(U'起');
        if (from_begin == nowhere || from_begin > 3) continue;
        const auto period = last_period(line, first.end, last.begin);
        if (!period || period->begin > first.end + from_begin + 3) continue;
        const LettersView joint = line.substr(period->end, last.begin - period->end);
        const bool ends_there = joint.size() <= 8 && (joint.ends_with(U"即") || joint.ends_with(U"至") ||
                                                      joint.ends_with(U"即于") || joint.ends_with(U"即在") ||
                                                      joint.ends_with(U"（即") || joint.ends_with(U"（至"));
        if (ends_there) compare(checker, page, first, last, *period, false);
    }
}

// "于1月10日立案，应当自立案之日起九十日内…，期限至3月31日届满" (程序规定 第六十四条 counts from that day).
void check_since_filed(Checker& checker, const Page& page) {
    for (std::size_t i = 0; i + 1 < page.days.size(); ++i) {
        const DayMark &first = page.days[i], &last = page.days[i + 1];
        if (first.line != last.line || !first.date || !last.date || *last.date <= *first.date) continue;
        const LettersView line = page.lines[first.line];
        if (sentence_begin(line, first.begin) != sentence_begin(line, last.begin)) continue;
        const LettersView between = line.substr(first.end, last.begin - first.end);
        const auto filed = between.find(U"立案");
        if (filed == nowhere || filed > 6 || !between.ends_with(U"至") ||
            !line.substr(last.end).starts_with(U"届满"))
            continue;
        bool is_other = false;
        for (const LettersView word : {U"延长", U"扣除", U"中止", U"不计"})
            is_other = is_other || has(between, word);
        const auto period = last_period(line, first.end, last.begin);
        if (is_other || !period || period->unit == Unit::working_days) continue;
        compare(checker, page, first, last, *period, true);
    }
}

}  // namespace

void check_periods(Checker& checker) {
    std::vector<Prepared> rules;
    for (const FixedPeriod& rule : checker.known.periods)
        rules.push_back({rule, letters_of(rule.before), letters_of(rule.after)});
    for (const Page& page : checker.pages) {
        check_ends(checker, page);
        check_since_filed(checker, page);
        for (std::size_t i = 0; i < page.lines.size(); ++i) {
            const LettersView line = page.lines[i];
            for (const Prepared& rule : rules)
                if (has(line, rule.after.empty() ? rule.before : rule.after))
                    check_fixed(checker, page, i, rule);
        }
    }
}

}  // namespace proofread
