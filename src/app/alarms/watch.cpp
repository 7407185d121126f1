#include "alarms/watch.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "clocks/warnings.hpp"

namespace alarms {

namespace {

constexpr int rows_max = 2000;
constexpr int longest_after = 30;  // natural days
constexpr int longest_rest = 10;   // a holiday with the weekends beside it

constexpr std::array<std::pair<std::string_view, std::string_view>, kinds> names{
    {{"unlawful_hold", "超期占有财物"},
     {"overdue", "已逾期"},
     {"today", "今日届满"},
     {"warning", "临近届满"},
     {"waiting", "报批等待过久"},
     {"unopened", "电子送达未打开"}}
};

const ports::ClockWarning* own_of(const std::vector<ports::ClockWarning>& own, std::string_view code) {
    const auto found = std::ranges::find(own, code, &ports::ClockWarning::code);
    return found == own.end() ? nullptr : &*found;
}

bool is_in(const ports::DueClock& due, const identity::Viewer& viewer, Scope scope) {
    if (scope == Scope::agency) return true;
    if (scope == Scope::unit && due.node == viewer.node) return true;
    return std::ranges::find(due.handlers, viewer.person) != due.handlers.end();
}

bool is_among(const std::vector<std::string>& acts, const std::string& act) {
    return std::ranges::find(acts, act) != acts.end();
}

std::string late_words(const ports::ClockRow& clock, base::Instant now) {
    if (!clock.due_instant || *clock.due_instant > now)
        return fmt::format("{}已于{}届满，逾期{}日", clock.title, clock.due.chinese(),
                           now.date() - clock.due);
    constexpr auto hours_counted = std::chrono::hours(48);
    const auto late = std::chrono::floor<std::chrono::hours>(now.point() - clock.due_instant->point());
    const std::string words = fmt::format("{}已于{}届满", clock.title, clock.due_instant->chinese());
    if (late.count() == 0) return words;
    return late < hours_counted ? fmt::format("{}，逾期{}小时", words, late.count())
                                : fmt::format("{}，逾期{}日", words, now.date() - clock.due);
}

bool has_run_out(const ports::ClockRow& clock, base::Instant now) {
    if (clock.status == "missed") return true;
    if (clock.due_instant) return *clock.due_instant < now;
    return clock.due < now.date();
}

void sort(std::vector<Alarm>& alarms) {
    std::ranges::stable_sort(alarms, [](const Alarm& a, const Alarm& b) {
        return std::pair(a.kind, a.due) < std::pair(b.kind, b.due);
    });
}

}  // namespace

std::string_view code_of(Kind kind) {
    return names[static_cast<std::size_t>(kind)].first;
}

std::string_view label_of(Kind kind) {
    return names[static_cast<std::size_t>(kind)].second;
}

std::string_view code_of(Scope scope) {
    return scope == Scope::mine ? "mine" : scope == Scope::unit ? "unit" : "agency";
}

Scope Watch::widest(const identity::Viewer& viewer) {
    for (const char* role : {"LEADER", "CHIEF", "SUPERVISOR", "LEGAL"})
        if (viewer.has_role(role)) return Scope::agency;
    return viewer.has_role("UNIT_HEAD") ? Scope::unit : Scope::mine;
}

// Only what is open in that case now: an alarm leads nowhere where the law says no.
std::vector<std::pair<std::string, std::string>> Watch::open_ones(const std::vector<std::string>& acts,
                                                                  const ports::DueClock& due) const {
    std::vector<std::pair<std::string, std::string>> cures;
    for (const std::string& act : acts) {
        if (!is_among(due.open_acts, act)) continue;
        const auto* type = office_.rules.table.find(act);
        cures.emplace_back(act, type == nullptr ? act : type->title);
    }
    return cures;
}

std::vector<std::pair<std::string, std::string>> Watch::cures_of(const ports::DueClock& due) const {
    const auto found = table_.cures.find(due.clock.code);
    if (found == table_.cures.end()) return {};
    return open_ones(found->second, due);
}

// A period that others than the handlers keep — reviewers, 信用监管 — is theirs to be told of.
bool Watch::falls_to(const identity::Viewer& viewer, const ports::DueClock& due) const {
    const auto cures = cures_of(due);
    const auto* type = cures.empty() ? nullptr : office_.rules.table.find(cures.front().first);
    if (type == nullptr || is_among(type->roles, "HANDLER")) return false;
    return std::ranges::any_of(type->roles, [&](const std::string& role) { return viewer.has_role(role); });
}

std::vector<base::Date> Watch::chosen_days(const ports::ClockWarning& chosen, base::Date anchor,
                                           base::Date due) const {
    const auto* row = office_.rules.clocks.find(chosen.code, anchor);
    if (row == nullptr) return {};
    return clocks::chosen_warnings(*row, chosen.before, chosen.after, anchor, due,
                                   office_.rules.now().calendar);
}

base::Date Watch::first_warning(const ports::ClockRow& clock,
                                const std::vector<ports::ClockWarning>& own) const {
    const auto* chosen = own_of(own, clock.code);
    if (chosen == nullptr) return clock.warn_on.value_or(clock.due);
    const auto days = chosen_days(*chosen, clock.anchor, clock.due);
    return days.empty() ? clock.due : days.front();
}

void Watch::warn_as_chosen(clocks::ClockView& clock, const std::vector<ports::ClockWarning>& own) const {
    const auto* chosen = own_of(own, clock.code);
    if (chosen == nullptr || clock.status != clocks::Status::running) return;
    const auto days = chosen_days(*chosen, clock.anchor, clock.due);
    clock.warn_on = days.empty() ? clock.due : days.front();
    clock.warn = office_.today() >= *clock.warn_on;
    std::string text;
    base::List listed;
    for (const base::Date day : days) {
        text += (text.empty() ? "" : "、") + day.chinese();
        listed.push_back(day.str());
    }
    std::erase_if(clock.explanation, [](const clocks::Explained& step) { return step.kind == "warning"; });
    if (!days.empty())
        clock.explanation.push_back({"warning", fmt::format("提醒：{}起（本机关设定）", text),
                                     base::Object{{"days", std::move(listed)}}});
}

bool Watch::is_warned(const ports::ClockRow& clock, const std::vector<ports::ClockWarning>& own) const {
    if (own_of(own, clock.code) == nullptr && !clock.warn_on) return false;
    return office_.today() >= first_warning(clock, own);
}

std::optional<Alarm> Watch::alarm_of(const ports::DueClock& due, const std::vector<ports::ClockWarning>& own,
                                     base::Instant now) const {
    const ports::ClockRow& clock = due.clock;
    const auto* row = office_.rules.clocks.find(clock.code, clock.anchor);
    const base::Date today = now.date();
    if (row == nullptr || !is_watched(*row)) return std::nullopt;
    Alarm alarm{.case_no = due.case_no,
                .cause = due.cause,
                .party = due.party,
                .handlers = due.handler_names,
                .clock = clock.code,
                .title = clock.title,
                .basis = clock.basis,
                .says = {},
                .due = clock.due,
                .days_left = clock.due - today,
                .provisional = clock.provisional,
                .cures = cures_of(due)};
    if (has_run_out(clock, now)) {
        alarm.kind = Kind::overdue;
        alarm.says = late_words(clock, now);
        std::erase_if(alarm.cures,
                      [&](const auto& cure) { return table_.is_too_late(clock.code, cure.first); });
        const auto* hold = table_.hold(clock.code);
        const auto only = hold == nullptr ? alarm.cures : open_ones(hold->cures, due);
        if (hold == nullptr || (only.empty() && !hold->cures.empty())) return alarm;
        alarm.kind = Kind::unlawful_hold;
        alarm.says += "：" + hold->says;
        alarm.basis = hold->basis;
        if (!only.empty()) alarm.cures = only;
        return alarm;
    }
    if (clock.due == today) {
        alarm.kind = Kind::today;
        alarm.says = clock.due_instant ? fmt::format("{}于{}届满", clock.title, clock.due_instant->chinese())
                                       : fmt::format("{}今日届满", clock.title);
        return alarm;
    }
    if (today < first_warning(clock, own)) return std::nullopt;
    alarm.says = fmt::format("{}于{}届满，还有{}日", clock.title, clock.due.chinese(), alarm.days_left);
    if (clock.provisional) alarm.says += "（该年放假安排尚未收录，届满日为暂定）";
    return alarm;
}

base::Result<std::vector<ports::DueClock>> Watch::due(const identity::Viewer& viewer, int limit) const {
    const base::Date today = office_.today();
    // Warnings that count from the beginning come at most this long before the end.
    base::Date until = today.plus_days(longest_after);
    const auto reach = [&](const clocks::Row& row, const std::vector<int>& before) {
        const bool in_working_days = row.period.unit == calendar::Unit::working_days;
        for (const int days : before)
            until = std::max(until, in_working_days
                                        ? office_.rules.now().calendar.nth_working_day_after(today, days)
                                        : today.plus_days(days + longest_rest));
    };
    const auto& table = office_.rules.clocks;
    for (const std::string& code : table.codes())
        reach(table.versions(code).front(), table.versions(code).front().warn_before);
    for (const ports::ClockWarning& warning : TRY(store_.warnings(viewer)))
        if (const auto& versions = table.versions(warning.code); !versions.empty())
            reach(versions.front(), warning.before);
    return store_.due(viewer, until, limit);
}

std::vector<Alarm> Watch::of_clocks(const std::vector<ports::DueClock>& clocks,
                                    const std::vector<ports::ClockWarning>& own,
                                    const identity::Viewer& viewer, Scope scope) const {
    std::vector<Alarm> found;
    const base::Instant now = office_.now();
    for (const ports::DueClock& due : clocks)
        if (is_in(due, viewer, scope) || falls_to(viewer, due))
            if (auto alarm = alarm_of(due, own, now)) found.push_back(*std::move(alarm));
    sort(found);
    return found;
}

base::Result<std::vector<Alarm>> Watch::of_proposals(const identity::Viewer& viewer) const {
    std::vector<Alarm> found;
    const base::Date today = office_.today();
    for (const ports::Proposal& proposal : TRY(office_.ports.proposals.waiting_for(viewer))) {
        const base::Date since = proposal.updated_at.date();
        const int days = since < today ? office_.rules.now().calendar.working_days_between(since, today) : 0;
        if (days <= table_.proposal_waits_days) continue;
        found.push_back({.kind = Kind::waiting,
                         .case_no = proposal.case_no,
                         .cause = proposal.cause,
                         .party = proposal.party_name,
                         .handlers = {proposal.author_name},
                         .clock = {},
                         .title = proposal.title,
                         .basis = {},
                         .says = fmt::format("{}报批的“{}”已等待您办理{}个工作日", proposal.author_name,
                                             proposal.title, days),
                         .due = since,
                         .days_left = since - today,
                         .proposal = proposal.id});
    }
    return found;
}

base::Result<std::vector<Alarm>> Watch::alarms(const identity::Viewer& viewer, Scope scope) const {
    if (scope > widest(viewer)) return base::fail("not_permitted", "不能查看这一范围的预警", {}, "scope");
    auto found = of_clocks(TRY(due(viewer, rows_max)), TRY(store_.warnings(viewer)), viewer, scope);
    for (Alarm& alarm : TRY(of_proposals(viewer))) found.push_back(std::move(alarm));
    for (Alarm& alarm : TRY(further(viewer))) found.push_back(std::move(alarm));
    return found;
}

base::Result<std::vector<Alarm>> Watch::further(const identity::Viewer& viewer) const {
    if (!further_) return std::vector<Alarm>();
    return further_(viewer);
}

}  // namespace alarms
