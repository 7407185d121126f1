#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "procedure/guard.hpp"

namespace procedure {

namespace {

// The day something happened, for the day that comes of it: what an outsider sent counts from the day it came
// in.
base::Date happened_on(const casefile::Act& act) {
    for (const std::string_view name : {"received_on", "found_on", "copy_received_on", "arose_on", "done_on"})
        if (const auto day = date_in(act.data, name)) return std::min(*day, act.at.date());
    if (act.type == "publish") return date_in(act.data, "on").value_or(act.at.date());
    return act.at.date();
}

enum class Which {
    last,
    any  // what the party sends in, pays or does may still belong to the paper before the last one
};

// A day of an act that comes of an earlier one: the act it points at, or one of those kinds.
struct Row {
    std::string_view act;
    std::string_view field;
    std::array<std::string_view, 2> kinds = {};  // none: the act the act points at
    Which which = Which::last;
};

constexpr std::array<std::string_view, 2> decisions{"decide", "decide_on_spot"};
constexpr std::array<std::string_view, 2> suits{"sue"};
constexpr std::array<std::string_view, 2> remedies{"apply_reconsideration", "sue"};
constexpr std::array<std::string_view, 2> complaint{"register_complaint"};
constexpr std::array<std::string_view, 2> accepted{"accept_complaint"};
constexpr std::array<std::string_view, 2> closed{"close"};

constexpr Row rows[] = {
    {"resume", "ground_ended_on", {"suspend"}},
    {"request_designation", "sent_on", {"dispute_jurisdiction"}},
    {"receive_test_result", "received_on"},
    {"check_correction", "checked_on"},
    {"receive_assistance", "received_on"},
    {"answer_assistance", "told_on"},
    {"answer_supervision", "sent_on"},
    {"object_supervision", "sent_on"},
    {"receive_supervision_recheck", "received_on", {"object_supervision"}},
    {"complete_rectification", "done_on"},
    {"report_rectification", "sent_on", {"complete_rectification"}},
    {"lift_seizure", "returned_on"},
    {"early_disposal", "announced_on"},
    {"return_goods", "on"},
    {"police_receipt", "received_on", {"send_referral"}},
    {"police_decision", "received_on", {"send_referral"}},
    {"object_police_decision", "sent_on"},
    {"answer_reverse_referral", "sent_on"},
    {"send_review", "received_on", {"report_investigation"}},
    {"answer_notice", "received_on", {"approve_notice"}, Which::any},
    {"request_hearing", "received_on", {"approve_notice"}, Which::any},
    {"hand_file_to_host", "on", {"name_host"}},
    {"announce_hearing", "published_on", {"fix_hearing"}},
    {"collect_on_spot", "landed_on"},
    {"remit_cash", "on"},
    {"file_summary", "on", decisions},
    {"pay", "paid_on", decisions, Which::any},
    {"record_performance", "done_on", decisions, Which::any},
    {"defer", "requested_on", decisions, Which::any},
    {"court_ruling", "on", {"apply_court"}},
    {"publish", "on"},
    {"take_down", "on"},
    {"decide_repair", "on"},
    {"apply_reconsideration", "received_on", decisions, Which::any},
    {"answer_reconsideration", "sent_on"},
    {"end_reconsideration", "received_on"},
    {"sue", "copy_received_on", decisions, Which::any},
    {"answer_suit", "sent_on", suits},
    {"end_suit", "on", suits},
    {"supplement_evidence", "consent_on", remedies},
    {"archive", "on", closed},
    {"follow_up", "on", closed},
    {"accept_complaint", "told_on", complaint},
    {"refuse_complaint", "told_on", complaint},
    {"report_violation_seen", "found_on", complaint},
    {"mediate", "on", accepted},
    {"end_mediation", "told_on", accepted},
    {"tell_mediation_end", "told_on"},
};

const casefile::Act* cause_of(const Look& look, const Row& row) {
    if (row.kinds.front().empty()) return look.act_at(look.of());
    const casefile::Act* cause = nullptr;
    for (const auto& act : look.acts)
        if (std::ranges::find(row.kinds, act.type) != row.kinds.end()) {
            cause = &act;
            if (row.which == Which::any) break;
        }
    return cause;
}

Found too_early(const Look& look, std::string_view name, base::Date day, base::Date cause,
                std::string_view what) {
    const auto* field = look.type.field(name);
    return {.code = "date_in_future",
            .detail = fmt::format("“{}”为{}，早于{}（{}）", field == nullptr ? name : field->label,
                                  day.chinese(), what, cause.chinese()),
            .field = std::string(name)};
}

// 程序规定 第八十条: a period runs from its cause; nothing is done, told or received before what it comes of.
Finding before_its_cause(const Look& look) {
    for (const auto& row : rows) {
        if (row.act != look.type.id) continue;
        const auto day = date_in(look.data(), row.field);
        const auto* cause = cause_of(look, row);
        if (!day || cause == nullptr || *day >= happened_on(*cause)) continue;
        const auto* type = look.table.find(cause->type);
        return too_early(look, row.field, *day, happened_on(*cause),
                         fmt::format("“{}”之日", type == nullptr ? cause->type : type->title));
    }
    return std::nullopt;
}

// 程序规定 第四十五条第二款: whoever asked is told after he asked.
Finding told_before_asked(const Look& look) {
    const auto told = date_in(look.data(), "told_on");
    const auto received = date_in(look.data(), "received_on");
    if (!told || !received || *told >= *received) return std::nullopt;
    return too_early(look, "told_on", *told, *received, "收到协助函之日");
}

// 程序规定 第七十七条: the closing form is filled in once one of its events has happened.
Finding form_before_event(const Look& look) {
    const auto day = date_in(look.data(), "form_on");
    const auto clock = look.clock("CLOSE_FORM");
    if (!day || !clock || *day >= clock->anchor) return std::nullopt;
    return too_early(look, "form_on", *day, clock->anchor, "结案情形出现之日");
}

// 行政处罚法 第六十六条; 行政强制法 第四十二条: a plan names days that are still to come.
Finding plan_in_the_past(const Look& look) {
    const auto& plan = look.data().list("plan");
    for (std::size_t i = 0; i < plan.size(); ++i)
        if (const auto due = date_in(plan.at(i), "due"); due && *due < look.on)
            return Found{.code = "date_in_future",
                         .detail = fmt::format("第{}期的日期为{}，早于批准之日", i + 1, due->chinese()),
                         .field = fmt::format("plan.{}.due", i),
                         .basis = look.type.basis};
    return std::nullopt;
}

}  // namespace

std::vector<Guard> cause_guards() {
    std::vector<std::string_view> of_rows;
    for (const auto& row : rows) of_rows.push_back(row.act);
    return {
        {97, "date_in_future", of_rows,                        false, before_its_cause },
        {97, "date_in_future", {"answer_assistance"},          false, told_before_asked},
        {97, "date_in_future", {"close"},                      false, form_before_event},
        {97, "date_in_future", {"defer", "agree_enforcement"}, false, plan_in_the_past },
    };
}

}  // namespace procedure
