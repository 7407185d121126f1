#include <fmt/format.h>

#include <algorithm>

#include "clocks/evaluate.hpp"
#include "clocks/warnings.hpp"

namespace clocks {

namespace {

std::string_view name_of_pause(std::string_view kind) {
    constexpr std::pair<std::string_view, std::string_view> names[] = {
        {"test",           "检测"                                },
        {"inspection",     "检验"                                },
        {"quarantine",     "检疫"                                },
        {"appraisal",      "鉴定"                                },
        {"rightsholder",   "权利人辨认"                          },
        {"suspension",     "中止调查"                            },
        {"hearing",        "听证"                                },
        {"public_notice",  "公告送达"                            },
        {"refund",         "责令退款"                            },
        {"remedy",         "行政复议、行政诉讼"                  },
        {"announced_test", "检测、检验、检疫、鉴定（已书面告知）"}
    };
    for (const auto& [code, name] : names)
        if (code == kind) return name;
    return kind;
}

std::string_view unit_code(calendar::Unit unit) {
    switch (unit) {
        case calendar::Unit::working_days:
            return "working_days";
        case calendar::Unit::natural_days:
            return "natural_days";
        case calendar::Unit::months:
            return "months";
        case calendar::Unit::years:
            return "years";
        case calendar::Unit::hours:
            return "hours";
    }
    return {};
}

Explained trigger(const Run& run) {
    const std::string start = run.from ? run.from->chinese() : run.anchor.chinese();
    return {
        "trigger",
        fmt::format("起算：{}（{}，第{}项行为），开始的{}不计算在内", start, run.row->anchor, run.started_by,
                    run.from ? "时刻" : "当日"),
        base::Object{{"act", run.started_by}, {"date", run.anchor.str()}}
    };
}

Explained period(const Run& run) {
    auto first = run.row->period;
    if (run.amount) first.amount = *run.amount;
    return {
        "period", fmt::format("期限：{}（{}）", first.chinese(), run.row->basis),
        base::Object{{"amount", first.amount},
                     {"unit", unit_code(first.unit)},
                     {"basis", run.row->basis},
                     {"source", run.row->source}}
    };
}

Explained extension(const Run& run, const Extension& step) {
    const auto what =
        step.until ? fmt::format("延长至{}", step.until->chinese())
                   : fmt::format("延长{}", calendar::Period{step.amount, run.row->period.unit}.chinese());
    const auto who = step.by.empty() ? std::string() : fmt::format("，批准人：{}", step.by);
    const auto panel =
        step.minutes == 0 ? std::string() : fmt::format("，依据第{}项行为的集体讨论记录", step.minutes);
    base::Object detail{
        {"act",         step.act     },
        {"on",          step.on.str()},
        {"approved_by", step.by      }
    };
    if (step.minutes != 0) detail.set("panel", step.minutes);
    return {"extension",
            fmt::format("{}（{}，{}批准，第{}项行为{}{}）", what, run.row->extension_basis, step.on.chinese(),
                        step.act, panel, who),
            std::move(detail)};
}

Explained pause_step(const Pause& pause) {
    const auto first = pause.first.chinese();
    const auto days = pause.last ? fmt::format("{}至{}", first, pause.last->chinese())
                                 : fmt::format("自{}起，尚未结束", first);
    return {
        "pause", fmt::format("扣除：{}，{}（第{}项行为）", name_of_pause(pause.kind), days, pause.act),
        base::Object{{"act", pause.act},
                     {"kind", pause.kind},
                     {"first", pause.first.str()},
                     {"last", pause.last ? base::Value(pause.last->str()) : base::Value()}}
    };
}

// 程序规定 第六十四条第二款: a day in two pauses is left out once.
void add_merged(std::vector<Explained>& steps, const AppliedPauses& applied) {
    auto days = applied.days;
    std::ranges::sort(days, {}, &calendar::Excluded::first);
    std::vector<calendar::Excluded> merged;
    bool overlaps = false;
    for (const auto& next : days) {
        if (merged.empty() || next.first > merged.back().last) {
            merged.push_back(next);
            continue;
        }
        overlaps = true;
        merged.back().last = std::max(merged.back().last, next.last);
    }
    if (!overlaps) return;
    int total = 0;
    std::string text;
    base::List ranges;
    for (const auto& range : merged) {
        total += range.last - range.first + 1;
        text +=
            fmt::format("{}{}至{}", text.empty() ? "" : "、", range.first.chinese(), range.last.chinese());
        ranges.push_back(base::Object{
            {"first", range.first.str()},
            {"last",  range.last.str() }
        });
    }
    steps.push_back({
        "merged", fmt::format("以上扣除有重叠，重叠的日子只扣除一次，合计{}（{}日）", text, total),
        base::Object{{"ranges", std::move(ranges)}, {"days", total}}
    });
}

void add_warnings(std::vector<Explained>& steps, const Run& run, const ClockView& view,
                  const AppliedPauses& applied, const calendar::WorkCalendar& work_calendar) {
    const auto days = warning_days(run, view.due, applied, work_calendar);
    if (days.empty()) return;
    std::string text;
    base::List list;
    for (const auto day : days) {
        text += (text.empty() ? "" : "、") + day.chinese();
        list.emplace_back(day.str());
    }
    steps.push_back({"warning", fmt::format("提醒：{}起", text), base::Object{{"days", std::move(list)}}});
}

void add_month_and_day(std::string& text, base::Date day) {
    text += std::to_string(day.month());
    text += "月";
    text += std::to_string(day.day());
    text += "日";
}

// "10月1日至10月7日 国庆节": neighbouring days with the same reason in one line.
std::string days_in_words(const std::vector<calendar::LeftOut>& days) {
    std::string text;
    for (std::size_t i = 0; i < days.size();) {
        std::size_t end = i;
        while (end + 1 < days.size() && days[end + 1].why == days[i].why &&
               days[end + 1].day - days[end].day == 1)
            ++end;
        if (!text.empty()) text += "；";
        add_month_and_day(text, days[i].day);
        if (end > i) add_month_and_day(text += "至", days[end].day);
        text += " " + days[i].why;
        i = end + 1;
    }
    return text;
}

void add_left_out(std::vector<Explained>& steps, const calendar::Counted& counted) {
    if (!counted.left_out.empty()) {
        base::List days;
        days.reserve(counted.left_out.size());
        for (const auto& left : counted.left_out) {
            base::Object day;
            day.set("date", left.day.str());
            day.set("why", left.why);
            days.emplace_back(std::move(day));
        }
        steps.push_back(
            {"left_out",
             fmt::format("未计入{}日：{}", counted.left_out.size(), days_in_words(counted.left_out)),
             base::Object{{"days", std::move(days)}}});
    }
    if (counted.made_up.empty()) return;
    std::string text;
    base::List days;
    for (const auto day : counted.made_up) {
        text += fmt::format("{}{}月{}日", text.empty() ? "" : "、", day.month(), day.day());
        days.emplace_back(day.str());
    }
    steps.push_back(
        {"made_up", fmt::format("计入：{}（调休上班）", text), base::Object{{"days", std::move(days)}}});
}

// The rest days between the last day of a period counted back from the hearing and the hearing itself.
calendar::Counted days_between(base::Date last, base::Date hearing,
                               const calendar::WorkCalendar& work_calendar) {
    calendar::Counted counted;
    for (base::Date day = last.plus_days(1); day < hearing; day = day.plus_days(1)) {
        if (!work_calendar.is_working_day(day))
            counted.left_out.push_back({day, std::string(work_calendar.why_rest(day))});
        else if (work_calendar.is_made_up(day))
            counted.made_up.push_back(day);
    }
    return counted;
}

void add_days(std::vector<Explained>& steps, const Run& run, const ClockView& view,
              const AppliedPauses& applied, const calendar::WorkCalendar& work_calendar) {
    if (run.fixed_due || view.due_instant) return;
    if (is_counted_backwards(*run.row))
        return add_left_out(steps, days_between(view.due, run.anchor, work_calendar));
    const bool until = !run.extensions.empty() && run.extensions.back().until;
    add_left_out(steps, until ? count_until(run, applied, work_calendar, true)
                              : work_calendar.count(
                                    run.anchor, total_period(run),
                                    {.roll = run.row->roll, .excluded = applied.days, .explain = true}));
    if (view.due > view.raw)
        steps.push_back(
            {"roll", fmt::format("最后一日{}为{}，顺延至{}（程序规定 第八十条）", view.raw.chinese(),
                                 work_calendar.why_rest(view.raw), view.due.chinese())});
    else if ((until || !run.row->roll) && !work_calendar.is_working_day(view.due))
        steps.push_back({"roll", fmt::format("最后一日{}为{}，本期限不顺延", view.due.chinese(),
                                             work_calendar.why_rest(view.due))});
}

Explained result(const Run& run, const ClockView& view) {
    if (is_counted_backwards(*run.row))
        return {"result",
                fmt::format("听证于{}举行，最迟应于{}完成", run.anchor.chinese(), view.due.chinese())};
    const auto day = view.due_instant ? view.due_instant->chinese() : view.due.chinese();
    if (!view.due_known) return {"result", fmt::format("扣除尚未结束，届满日不早于{}", day)};
    return {"result", fmt::format("届满：{}", day)};
}

void add_end(std::vector<Explained>& steps, const Run& run, const ClockView& view) {
    if (run.met_on)
        steps.push_back(
            {"end", fmt::format("{}：{}（第{}项行为）", view.status == Status::met ? "完成" : "逾期完成",
                                run.met_on->chinese(), run.met_by)});
    else if (run.voided_on)
        steps.push_back({"end", fmt::format("{}起不再适用", run.voided_on->chinese())});
    else
        steps.push_back({"end", fmt::format("状态：{}", label_of(view.status))});
}

}  // namespace

std::vector<Explained> explain(const Run& run, const ClockView& view, const Book&,
                               const AppliedPauses& applied, const calendar::WorkCalendar& work_calendar) {
    std::vector<Explained> steps;
    steps.reserve(8);
    if (!run.held) {
        steps.push_back({
            "trigger",
            fmt::format("起算：{}（{}，第{}项行为）", run.anchor.chinese(), run.row->anchor, run.started_by),
            base::Object{{"act", run.started_by}, {"date", run.anchor.str()}}
        });
        steps.push_back(
            {"not_held",
             fmt::format("未收录该日有效的文本：现有文本为{}，自{}起施行，不适用于本期限，故不计算",
                         run.row->source, run.row->in_force_from.chinese())});
        return steps;
    }
    steps.push_back(trigger(run));
    steps.push_back(period(run));
    for (const auto& step : run.extensions) steps.push_back(extension(run, step));
    for (const auto* pause : applied.pauses) steps.push_back(pause_step(*pause));
    add_merged(steps, applied);
    add_days(steps, run, view, applied, work_calendar);
    steps.push_back(result(run, view));
    add_warnings(steps, run, view, applied, work_calendar);
    if (view.provisional) steps.push_back({"provisional", work_calendar.provisional_sentence()});
    if (run.row->unverified) steps.push_back({"note", "期限的依据原文尚未核对"});
    if (!run.row->note.empty()) steps.push_back({"note", run.row->note});
    add_end(steps, run, view);
    return steps;
}

}  // namespace clocks
