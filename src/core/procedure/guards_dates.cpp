#include <fmt/format.h>

#include "procedure/guard.hpp"

namespace procedure {

namespace {

std::optional<base::Date> day_of(const base::Value& value) {
    if (value.as_string() == nullptr) return std::nullopt;
    if (const auto date = base::Date::parse(*value.as_string())) return *date;
    if (const auto instant = base::Instant::parse(*value.as_string())) return instant->date();
    return std::nullopt;
}

// 程序规定 第八十条: periods run from what has happened; what is recorded as done was done by then.
Finding date_in_future(const Look& look) {
    for (const auto& field : look.type.fields) {
        if (!field.past) continue;
        const auto day = day_of(look.data()[field.name]);
        if (day && *day > look.on)
            return Found{.code = "date_in_future",
                         .detail = fmt::format("“{}”为{}", field.label, day->chinese()),
                         .field = field.name};
    }
    return std::nullopt;
}

// 程序规定 第八十条: an act that ends before it begins has no length.
Finding ends_before_it_begins(const Look& look) {
    static constexpr std::pair<std::string_view, std::string_view> spans[] = {
        {"from",         "to"             },
        {"act_start",    "act_end"        },
        {"announced_on", "announced_until"}
    };
    for (const auto& [first, last] : spans) {
        const auto begun = day_of(look.data()[first]);
        const auto ended = day_of(look.data()[last]);
        const auto begun_at = instant_in(look.data(), first);
        const auto ended_at = instant_in(look.data(), last);
        if ((begun && ended && *ended < *begun) || (begun_at && ended_at && *ended_at < *begun_at))
            return Found{.code = "date_in_future", .detail = "结束早于开始", .field = std::string(last)};
    }
    return std::nullopt;
}

// 程序规定 第十八条: what is checked was found before. Only an inspection or a sampling may be the finding
// itself, and is then older than the day it was understood as one.
Finding before_the_clue(const Look& look) {
    const auto* clue = look.act_at(look.state.registered);
    const auto from = instant_in(look.data(), "from");
    if (clue == nullptr || !from) return std::nullopt;
    const auto source = clue->data.text("source");
    // 程序规定 第二十三条: nor is what somebody said there.
    if ((look.type.id == "onsite_check" || look.type.id == "interview") &&
        (source == "inspection" || source == "sampling" || source == "other"))
        return std::nullopt;
    const auto found = date_in(clue->data, clue->data.has("found_on") ? "found_on" : "received_on");
    if (!found || *found <= from->date()) return std::nullopt;
    return Found{.code = "date_in_future",
                 .detail = fmt::format("线索于{}才发现或者收到", found->chinese()),
                 .field = "from",
                 .basis = "程序规定 第十八条、第八十条"};
}

}  // namespace

std::vector<Guard> date_guards() {
    return {
        {97,
         "date_in_future",     {"register_clue",
          "reopen_clue",
          "file_case",
          "record_party",
          "onsite_check",
          "interview",
          "collect_e_data",
          "receive_test_result",
          "check_correction",
          "confirm_address",
          "lift_seizure",
          "early_disposal",
          "resume",
          "receive_assistance",
          "receive_assistance_letter",
          "answer_assistance",
          "receive_supervision",
          "answer_supervision",
          "object_supervision",
          "receive_supervision_recheck",
          "complete_rectification",
          "report_rectification",
          "dispute_jurisdiction",
          "request_designation",
          "designate_jurisdiction",
          "join_case",
          "police_receipt",
          "police_decision",
          "object_police_decision",
          "receive_reverse_referral",
          "answer_reverse_referral",
          "send_review",
          "serve",
          "answer_notice",
          "waive_answer",
          "request_hearing",
          "hand_file_to_host",
          "announce_hearing",
          "hold_hearing",
          "end_hearing",
          "pay",
          "record_performance",
          "defer",
          "collect_on_spot",
          "file_summary",
          "remit_cash",
          "court_ruling",
          "return_goods",
          "publish",
          "take_down",
          "apply_repair",
          "decide_repair",
          "follow_up",
          "apply_reconsideration",
          "answer_reconsideration",
          "end_reconsideration",
          "sue",
          "answer_suit",
          "end_suit",
          "supplement_evidence",
          "close",
          "archive",
          "register_complaint",
          "accept_complaint",
          "refuse_complaint",
          "mediate",
          "end_mediation",
          "tell_mediation_end",
          "report_violation_seen",
          "withdraw"},
         false,                                                                                                                             date_in_future       },
        {97,
         "date_in_future",     {"onsite_check", "interview", "hold_hearing", "file_case", "announce_test_period", "early_disposal"},
         false,                                                                                                                             ends_before_it_begins},
        {97, "date_in_future", {"onsite_check", "interview"},                                                                        false, before_the_clue      },
    };
}

}  // namespace procedure
