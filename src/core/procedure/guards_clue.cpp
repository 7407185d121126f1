#include <fmt/format.h>

#include <array>

#include "procedure/guard.hpp"

namespace procedure {

namespace {

// 行政处罚法 第三十六条: two years, five where life, health or financial safety is touched and harm resulted,
// from the end of the act. Counted to the day it was discovered (procedure.md F-06).
Finding limitation(const Rules& rules, base::Date act_end, bool grave, base::Date discovered) {
    const auto last = rules.clocks.limit(grave ? "LIMITATION_GRAVE" : "LIMITATION", act_end);
    if (discovered <= last) return std::nullopt;
    return Found{.code = "limitation_expired",
                 .detail = fmt::format("行为于{}终了，追究时效于{}届满，{}才被发现", act_end.chinese(),
                                       last.chinese(), discovered.chinese()),
                 .field = "act_end"};
}

Finding limitation_expired(const Look& look) {
    if (look.type.id == "file_case") {
        const auto end = date_in(look.data(), "act_end");
        if (!end || !look.state.found_on) return std::nullopt;
        return limitation(look.rules, *end,
                          look.data().truth("life_health_or_finance") && look.data().truth("harm"),
                          *look.state.found_on);
    }
    if (!look.deciding_penalty() || !look.state.act_end || !look.state.found_on) return std::nullopt;
    return limitation(look.rules, *look.state.act_end, look.state.touches_life_or_finance && look.state.harm,
                      *look.state.found_on);
}

// 程序规定 第十八条: one extension, decided before the period is over.
Finding extension_used(const Look& look) {
    if (look.state.check_extended) return Found{.code = "extension_used"};
    return std::nullopt;
}

Finding check_extension_late(const Look& look) {
    const auto clock = look.clock("CLUE_CHECK");
    if (!clock || clocks::is_in_time(*clock, look.on)) return std::nullopt;
    return Found{.code = "extension_late", .detail = fmt::format("核查期限已于{}届满", clock->due.chinese())};
}

// 程序规定 第十四条: who received it by transfer may not pass it on.
Finding onward_transfer(const Look& look) {
    const auto* registered = look.act_at(look.state.registered);
    // A clue that came by transfer counts as one from another market regulator until it is said that it is
    // not.
    const bool unsaid = registered != nullptr && registered->data.text("source") == "transfer" &&
                        !registered->data.has("by_transfer");
    if ((look.state.by_transfer || unsaid) && look.data().text("kind") == "market_regulator")
        return Found{.code = "onward_transfer", .field = "kind"};
    return std::nullopt;
}

Finding other_lawful_article(const Look& look) {
    if (look.data().text("ground") == "other_lawful" && !look.data().has("article"))
        return Found{
            .code = "ground_missing", .detail = "其他依法不予立案的情形应当写明法律依据", .field = "article"};
    return std::nullopt;
}

// procedure.md §14: every condition of the fast track; whoever does not meet one goes the ordinary way.
Finding fast_track_not_allowed(const Look& look) {
    const auto& fast = look.data()["fast"];
    const bool is_meant = look.matter.procedure == casefile::Track::fast && look.state.filed == 0;
    if (fast.is_null() && is_meant)
        return Found{
            .code = "fast_track_not_allowed",
            .detail = "按简案快办受理的，立案时应当写明清单事项和当事人同意之日；不适用的，按普通程序受理",
            .field = "fast"};
    if (fast.is_null()) return std::nullopt;
    if (!fast.truth("facts_clear"))
        return Found{
            .code = "fast_track_not_allowed", .detail = "案件事实不清楚", .field = "fast.facts_clear"};
    if (const auto agreed = date_in(look.data(), "fast.party_agrees_on"); agreed && *agreed > look.on)
        return Found{.code = "fast_track_not_allowed",
                     .detail = fmt::format("当事人{}才同意", agreed->chinese()),
                     .field = "fast.party_agrees_on"};
    for (const auto& seizure : look.state.seizures)
        if (!seizure.ended)
            return Found{.code = "fast_track_not_allowed", .detail = "有查封、扣押未解除", .field = "fast"};
    for (const auto& registration : look.state.registrations)
        if (!registration.ended)
            return Found{.code = "fast_track_not_allowed", .detail = "有先行登记保存未处理", .field = "fast"};
    return std::nullopt;
}

// procedure.md §14: an item of the local list, and nothing beside it.
Finding not_on_local_list(const Look& look) {
    if (!look.rules.filing_check || !look.data().has("fast")) return std::nullopt;
    auto fault = look.rules.filing_check(look.data(), look.matter.agency, look.on);
    if (!fault) return std::nullopt;
    return Found{.code = std::move(fault->code),
                 .detail = std::move(fault->message),
                 .field = std::move(fault->field),
                 .basis = std::move(fault->basis)};
}

// 程序规定 第十二条至第十六条 (procedure.md §4): nothing that binds the party while it is open whose case it
// is.
Finding jurisdiction_open(const Look& look) {
    if (look.state.jurisdiction_open) return Found{.code = "jurisdiction_open"};
    return std::nullopt;
}

// 程序规定 第十三条至第十六条: what is in dispute or before the superior is not settled by the filing itself.
Finding jurisdiction_confirmed_too_early(const Look& look) {
    if (look.data().text("jurisdiction") == "open") return std::nullopt;
    const auto* asked = look.last("request_designation");
    const auto* designated = look.last("designate_jurisdiction");
    const bool waits = asked != nullptr && (designated == nullptr || designated->n < asked->n);
    if (!look.state.jurisdiction_open && !waits) return std::nullopt;
    return Found{
        .code = "jurisdiction_open",
        .detail = waits ? "报请指定管辖尚无结果" : "管辖争议尚未解决",
        .field = "jurisdiction",
        .cure = {"designate_jurisdiction", "transfer_clue", "dispute_jurisdiction"}
    };
}

}  // namespace

std::vector<Guard> clue_guards() {
    return {
        {8,   "limitation_expired",     {"file_case", "decide"},                                 false, limitation_expired              },
        {9,   "extension_used",         {"extend_check"},                                        true,  extension_used                  },
        {18,  "onward_transfer",        {"transfer_clue", "transfer_case"},                      false, onward_transfer                 },
        {120, "ground_missing",         {"decline_filing"},                                      false, other_lawful_article            },
        {122, "extension_late",         {"extend_check"},                                        true,  check_extension_late            },
        {123,
         "jurisdiction_open",           {"seize", "approve_notice", "decide", "decide_on_spot"},
         true,                                                                                          jurisdiction_open               },
        {123, "jurisdiction_open",      {"file_case"},                                           false, jurisdiction_confirmed_too_early},
        {165, "fast_track_not_allowed", {"file_case"},                                           false, fast_track_not_allowed          },
        {165, "fast_track_not_allowed", {"file_case"},                                           false, not_on_local_list               },
    };
}

}  // namespace procedure
