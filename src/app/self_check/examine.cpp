#include "self_check/examine.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cases/duties.hpp"
#include "cases/load_case.hpp"
#include "cases/project.hpp"
#include "procedure/derived.hpp"

namespace self_check {

namespace {

bool can_be_worked_on(const ports::TaskRow& task) {
    return task.status == "can_start" || task.status == "begun" || task.status == "waiting" ||
           task.status == "due";
}

bool presses(const ports::ClockRow& clock) {
    return clock.status == "running" || clock.status == "paused";
}

// 每个状态都有合法的出路: an act of the procedure itself. What is open from the clue to the performance (a
// note, a dispute, another handler) brings nobody nearer to the end of the case.
bool has_a_way_out(const procedure::Case& file, base::Date today) {
    using procedure::MainState;
    const auto& table = file.table(today);
    return std::ranges::any_of(
        file.open_acts(base::Instant::at(today, 23, 59)), [&](const procedure::OpenAct& open) {
            const auto* type = table.find(open.act);
            const bool is_always_open =
                type == nullptr || (type->open_states.has(MainState::clue_registered) &&
                                    type->open_states.has(MainState::performed));
            return !is_always_open;
        });
}

// What a period waits for while nobody of ours can do anything: the answer of the party, the days of a paper.
constexpr std::pair<std::string_view, std::string_view> waits[] = {
    {"CASE_DECIDE", "ANSWER"       },
    {"CASE_DECIDE", "HEAR_REQ"     },
    {"CASE_DECIDE", "PUBLIC_NOTICE"},
    {"COURT_APPLY", "DUN_WAIT"     },
    {"COURT_APPLY", "PUBLIC_NOTICE"},
};

bool waits_for_others(std::string_view code, const std::vector<clocks::ClockView>& clocks) {
    return std::ranges::any_of(waits, [&](const auto& pair) {
        const auto* other = pair.first == code ? clocks::find(clocks, pair.second) : nullptr;
        return other != nullptr && other->is_open();
    });
}

bool binds_us(const clocks::ClockView& clock) {
    return clock.duty == clocks::Duty::agency && clock.status == clocks::Status::running;
}

// 每项在算的期限都有人能办: whatever else is open in the case, for each duty that runs something leads to it.
void look_at_clocks(std::vector<ports::Finding>& found, const procedure::Case& file,
                    const ports::Projection& folded, base::Date today) {
    const auto clocks = file.clocks(today, clocks::Detail::brief);
    const auto is_listed = [&](std::string_view act) {
        return std::ranges::any_of(folded.tasks, [&](const ports::TaskRow& task) {
            return task.act == act && (task.status == "due" || task.status == "open");
        });
    };
    const auto is_open = [&](std::string_view act) {
        const auto open = file.open_acts(base::Instant::at(today, 23, 59));
        return std::ranges::find(open, act, &procedure::OpenAct::act) != open.end();
    };
    const auto leads_nowhere = [&](const clocks::ClockView& clock) {
        const auto acts = cases::acts_towards(clock.code);
        return std::ranges::none_of(acts, is_listed) && std::ranges::none_of(acts, is_open);
    };
    for (const auto& clock : clocks)
        if (binds_us(clock) && !waits_for_others(clock.code, clocks) && leads_nowhere(clock))
            found.push_back({.case_no = {},
                             .kind = "clock_without_task",
                             .detail = fmt::format("“{}”在算，但没有可以办理的行为", clock.title)});
}

void look_at_open(std::vector<ports::Finding>& found, const procedure::Case& file,
                  const ports::Projection& folded, base::Date today) {
    const std::size_t others = found.size();
    look_at_clocks(found, file, folded, today);
    const bool has_task = std::ranges::any_of(folded.tasks, can_be_worked_on);
    if (has_task) return;
    const auto clock = std::ranges::find_if(folded.clocks, presses);
    const bool is_open = has_a_way_out(file, today);
    if (clock == folded.clocks.end() && !is_open)
        found.push_back(
            {.case_no = {}, .kind = "stuck", .detail = "没有任务、没有在算期限、没有可以办理的行为"});
    if (clock != folded.clocks.end() && !is_open && found.size() == others)
        found.push_back({.case_no = {},
                         .kind = "clock_without_task",
                         .detail = fmt::format("“{}”在算，但没有任务也没有可以办理的行为", clock->title)});
}

// What is proposed blocks nothing, but it can be signed by nobody and only its author could take it back.
void look_at_waiting(std::vector<ports::Finding>& found, std::string_view waits_for_nobody) {
    if (waits_for_nobody.empty()) return;
    found.push_back(
        {.case_no = {},
         .kind = "stuck",
         .detail = fmt::format("报批的“{}”所等待的人员或者职务，本机关现在没有人担任", waits_for_nobody)});
}

void look_at_closed(std::vector<ports::Finding>& found, const procedure::Case& file, int proposals_waiting,
                    const procedure::Rules& rules, base::Date today) {
    const auto add = [&](std::string detail) {
        found.push_back({.case_no = {}, .kind = "closed_with_open", .detail = std::move(detail)});
    };
    for (std::size_t i = 0; i < file.states().size(); ++i) {
        const auto standing = file.standing(i, today);
        const procedure::State& state = *standing;
        for (const auto& seizure : state.seizures)
            if (!seizure.ended) add(fmt::format("第{}项行为的查封、扣押没有解除", seizure.n));
        // 程序规定 第三十五条: a registration nobody resolved lapses of itself.
        for (const auto& registration : state.registrations)
            if (!registration.ended && !procedure::registration_lapsed(registration, today, rules))
                add(fmt::format("第{}项行为的先行登记保存没有处理", registration.n));
    }
    if (proposals_waiting > 0) add(fmt::format("还有{}件报批没有办完", proposals_waiting));
}

}  // namespace

std::vector<ports::Finding> examine(const ports::StoredCase& stored, const procedure::Rules& rules,
                                    base::Date today) {
    std::vector<ports::Finding> found;
    const auto named = [&] {
        for (auto& finding : found) finding.case_no = stored.record.no;
        return std::move(found);
    };
    if (!stored.unreadable.empty()) {
        found.push_back({.case_no = {}, .kind = "unreadable", .detail = stored.unreadable});
        return named();
    }
    const auto file = cases::fold(rules, stored.record.matter, stored.record.acts);
    if (!file) {
        found.push_back({.case_no = {}, .kind = "unreadable", .detail = "不能由行为重新推演"});
        return named();
    }
    const auto shown_then = cases::project(*file, stored.shown.as_of, stored.record.acts);
    if (shown_then != stored.shown)
        found.push_back({.case_no = {},
                         .kind = "projection",
                         .detail = "列表所示与由行为推演的结果不一致，请运行 zhiheng verify"});
    if (stored.shown.open && stored.shown.as_of < today)
        found.push_back({.case_no = {},
                         .kind = "stale",
                         .detail = fmt::format("列表停在{}", stored.shown.as_of.chinese())});
    const bool is_today = stored.shown.as_of == today;
    const auto folded = is_today ? shown_then : cases::project(*file, today, stored.record.acts);
    look_at_waiting(found, stored.waits_for_nobody);
    if (folded.open)
        look_at_open(found, *file, folded, today);
    else
        look_at_closed(found, *file, stored.proposals_waiting, rules, today);
    return named();
}

}  // namespace self_check
