#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "procedure/guard.hpp"
#include "procedure/panel_result.hpp"
#include "procedure/people.hpp"
#include "procedure/returning.hpp"

namespace procedure {

namespace {

bool is_panel_for(const Look& look, std::int64_t n, std::string_view purpose) {
    const auto* panel = look.act_at(n);
    return panel != nullptr && panel->type == "panel_discuss" && panel->data.text("purpose") == purpose;
}

// 程序规定 第六十四条第一款: the leader extends once by thirty days; beyond that the leaders decide together.
Finding second_extension(const Look& look) {
    if (look.state.extend_decision != 0) return Found{.code = "extension_needs_panel"};
    return std::nullopt;
}

Finding panel_extension(const Look& look) {
    if (look.data().has("panel") && !is_panel_for(look, look.of("panel"), "extension"))
        return Found{
            .code = "extension_needs_panel", .detail = "所指的集体讨论不是关于延期的讨论", .field = "panel"};
    return std::nullopt;
}

// 程序规定 第六十四条第一款: leaders who decided something else have not let the case go on longer.
Finding panel_did_not_extend(const Look& look) {
    const auto* panel = look.act_at(look.of("panel"));
    if (panel == nullptr || !panel->data.has("result")) return std::nullopt;
    const auto result = panel->data.text("result");
    if (result == "continue" || result == "agree") return std::nullopt;
    return Found{.code = "extension_needs_panel", .detail = "集体讨论没有同意继续延期", .field = "panel"};
}

Finding leader_extends_first(const Look& look) {
    if (look.state.extend_decision == 0)
        return Found{.code = "act_not_open",
                     .detail = "先由负责人批准延长三十日，届满前仍不能作出决定的才由集体讨论决定",
                     .cure = {"extend_decision"}};
    return std::nullopt;
}

Finding decision_extension_late(const Look& look) {
    const auto clock = look.clock("CASE_DECIDE");
    if (!clock || clocks::is_in_time(*clock, look.on)) return std::nullopt;
    return Found{.code = "extension_late", .detail = fmt::format("办案期限已于{}届满", clock->due.chinese())};
}

Finding review_extension_late(const Look& look) {
    const auto clock = look.clock("REVIEW", static_cast<int>(look.of()));
    if (!clock || clocks::is_in_time(*clock, look.on)) return std::nullopt;
    return Found{.code = "extension_late", .detail = fmt::format("审核期限已于{}届满", clock->due.chinese())};
}

// 程序规定 第四条; 听证办法 第四条: the CHIEF by the panel, other leaders by the CHIEF, hearing staff by the
// HOST, the HOST and everybody else by the LEADER.
Finding recusal_wrong_decider(const Look& look) {
    const auto* request = look.act_at(look.of("request"));
    if (request == nullptr || look.act.by.empty() || look.recorded) return std::nullopt;
    const auto* person = look.person(request->data.text("of"));
    if (person == nullptr) return std::nullopt;
    const auto decides = [&](std::string_view role) {
        return std::ranges::any_of(look.act.by,
                                   [&](const std::string& id) { return look.acts_as(id, role); });
    };
    // 投诉举报处理办法 第二十一条: the unit decides on its mediators.
    if (look.matter.procedure == casefile::Track::complaint) {
        if (decides("UNIT_HEAD") || decides("LEADER") || decides("CHIEF")) return std::nullopt;
        return Found{.code = "recusal_wrong_decider",
                     .detail = "调解人员的回避由其所在机构负责人决定",
                     .field = "by",
                     .basis = "投诉举报处理办法 第二十一条"};
    }
    if (has_role(*person, "CHIEF")) {
        if (is_panel_for(look, look.of("panel"), "recusal_of_chief")) return std::nullopt;
        return Found{.code = "recusal_wrong_decider",
                     .detail = "主要负责人的回避由负责人集体讨论决定",
                     .field = "panel"};
    }
    if (has_role(*person, "LEADER")) {
        if (decides("CHIEF")) return std::nullopt;
        return Found{
            .code = "recusal_wrong_decider", .detail = "其他负责人的回避由主要负责人决定", .field = "by"};
    }
    const bool hearing_staff =
        look.state.hearing.open() && has_role(*person, "RECORDER") && !look.state.is_handler(person->id);
    if (hearing_staff) {
        if (decides("HOST")) return std::nullopt;
        return Found{
            .code = "recusal_wrong_decider", .detail = "听证员、记录员的回避由听证主持人决定", .field = "by"};
    }
    if (decides("LEADER") || decides("CHIEF")) return std::nullopt;
    return Found{
        .code = "recusal_wrong_decider", .detail = "办案人员等的回避由部门负责人决定", .field = "by"};
}

std::vector<std::string_view> distinct(const base::List& people) {
    std::vector<std::string_view> ids;
    for (const auto& id : people)
        if (id.as_string() != nullptr && std::ranges::find(ids, *id.as_string()) == ids.end())
            ids.push_back(*id.as_string());
    return ids;
}

// 行政处罚法 第四十二条: a case is given to two or more enforcement officers with a certificate.
Finding handlers_not_able(const Look& look) {
    const auto handlers = distinct(look.data().list("handlers"));
    if (handlers.size() < 2)
        return Found{.code = "two_handlers_required",
                     .detail = fmt::format("只指派了{}名办案人员", handlers.size()),
                     .field = "handlers"};
    for (const auto id : handlers) {
        if (!look.holds(id, "HANDLER"))
            return Found{.code = "not_authorised", .detail = "被指派的人不是办案人员", .field = "handlers"};
        if (!look.recorded && !certificate_valid(*look.person(id), look.on))
            return Found{.code = "certificate_invalid", .detail = look.person(id)->name, .field = "handlers"};
    }
    return std::nullopt;
}

// 程序规定 第六十条第二款: leaders together, the chair speaks last, and there is a result.
Finding panel_too_few(const Look& look) {
    const auto leaders = std::ranges::count_if(distinct(look.data().list("present")), [&](auto id) {
        return look.acts_as(id, "LEADER") || look.acts_as(id, "CHIEF");
    });
    if (leaders >= 2 || look.probe) return std::nullopt;
    return Found{
        .code = "panel_too_few", .detail = fmt::format("出席的负责人{}名", leaders), .field = "present"};
}

// 程序规定 第六十条第二款: only who is present takes part in the discussion.
Finding opinion_of_absent(const Look& look) {
    const auto present = distinct(look.data().list("present"));
    const auto& opinions = look.data().list("opinions");
    for (std::size_t i = 0; i < opinions.size(); ++i)
        if (std::ranges::find(present, opinions.at(i).text("who")) == present.end())
            return Found{.code = "element_missing",
                         .detail = "发表意见的人没有出席",
                         .field = fmt::format("opinions.{}.who", i)};
    return std::nullopt;
}

// procedure.md §2, D-22: a leader takes the chair, and who handles the case does not write the minutes.
Finding panel_people(const Look& look) {
    const auto chair = look.data().text("chair");
    if (!look.acts_as(chair, "LEADER") && !look.acts_as(chair, "CHIEF"))
        return Found{.code = "not_authorised",
                     .detail = "集体讨论应当由部门负责人主持",
                     .field = "chair",
                     .basis = "程序规定 第六十条第二款"};
    if (!look.state.was_handler(look.data().text("recorder"))) return std::nullopt;
    return Found{.code = "not_authorised",
                 .detail = "集体讨论的记录不得由本案办案人员担任",
                 .field = "recorder",
                 .basis = "程序规定 第六十条第二款"};
}

// 程序规定 第六十四条第一款: a day already gone extends nothing.
Finding extension_into_the_past(const Look& look) {
    if (look.type.id == "panel_discuss" && look.data().text("purpose") != "extension") return std::nullopt;
    const auto until = date_in(look.data(), "until");
    if (!until || *until > look.on) return std::nullopt;
    return Found{
        .code = "extension_without_date", .detail = "延长至的日期应当在讨论之日以后", .field = "until"};
}

Finding chair_not_last(const Look& look) {
    const auto& opinions = look.data().list("opinions");
    if (opinions.empty() || opinions.back().text("who") == look.data().text("chair")) return std::nullopt;
    return Found{.code = "chair_not_last", .field = "opinions"};
}

// 行政处罚法 第五十七条第二款; 文书格式范本（第42号）: everybody who is there speaks, once.
Finding not_all_have_spoken(const Look& look) {
    const auto& opinions = look.data().list("opinions");
    for (const auto person : distinct(look.data().list("present"))) {
        const auto said = std::ranges::count_if(
            opinions, [&](const base::Value& opinion) { return opinion.text("who") == person; });
        if (said == 1 || opinions.empty()) continue;
        return Found{.code = "chair_not_last",
                     .detail = said == 0 ? "还有出席人员没有发表意见" : "同一人员发表了两次意见",
                     .field = "opinions",
                     .basis = "行政处罚法 第五十七条第二款"};
    }
    return std::nullopt;
}

// 文书格式范本（第42号）: who does not agree says why, and the minutes keep it.
Finding view_without_reason(const Look& look) {
    const auto& opinions = look.data().list("opinions");
    for (std::size_t i = 0; i < opinions.size(); ++i)
        if (opinions.at(i).text("view") != "agree" && opinions.at(i).text("note").empty())
            return Found{.code = "element_missing",
                         .detail = "不同意的，应当写明理由",
                         .field = fmt::format("opinions.{}.note", i),
                         .basis = "行政处罚法 第五十七条第二款"};
    return std::nullopt;
}

// 文书格式范本（第42号）: a result other than what most said has its reason in the minutes.
Finding against_the_majority(const Look& look) {
    const auto& data = look.data();
    std::vector<std::string> views;
    for (const auto& opinion : data.list("opinions")) views.emplace_back(opinion.text("view"));
    if (views.empty() || !data.has("result") || data.has("reason") ||
        follows_majority(views, data.text("purpose"), data.text("result")))
        return std::nullopt;
    return Found{.code = "element_missing",
                 .detail = "讨论结果与多数意见不一致的，应当写明理由",
                 .field = "reason",
                 .basis = "行政处罚法 第五十七条第二款"};
}

// 程序规定 第六十四条第一款: the leaders together fix the reasonable length; their minute must hold the day.
Finding extension_without_date(const Look& look) {
    const auto* panel = look.act_at(look.of("panel"));
    if (!panel || panel->data.has("until")) return std::nullopt;
    return Found{
        .code = "extension_without_date", .detail = "集体讨论记录没有写明延长至哪一日", .field = "panel"};
}

// 程序规定 第六十四条第一款: the length is the one the leaders fixed together.
Finding extension_beyond_minute(const Look& look) {
    const auto* panel = look.act_at(look.of("panel"));
    const auto fixed = panel == nullptr ? std::nullopt : date_in(panel->data, "until");
    const auto until = date_in(look.data(), "until");
    if (!fixed || !until || *until <= *fixed) return std::nullopt;
    return Found{.code = "extension_without_date",
                 .detail = fmt::format("集体讨论确定延长至{}", fixed->chinese()),
                 .field = "until"};
}

// What has been corrected stays clerical: texts only, never what a guard rests on.
Finding correction_not_clerical(const Look& look) {
    const auto* of = look.act_at(look.of());
    const auto* type = of == nullptr ? nullptr : look.table.find(of->type);
    if (type == nullptr) return std::nullopt;
    const auto path = look.data().text("field");
    const auto* field = type->field(path.substr(0, path.find('.')));
    const bool clerical =
        field != nullptr && (field->type == FieldType::text || field->type == FieldType::longtext);
    if (!clerical) return Found{.code = "correction_not_clerical", .field = "field"};
    if (of->data.at(path) != look.data()["from"])
        return Found{.code = "correction_not_clerical", .detail = "原内容与记录不一致", .field = "from"};
    return std::nullopt;
}

Finding only_who_did_it(const Look& look) {
    const auto* of = look.act_at(look.of());
    if (of == nullptr) return std::nullopt;
    const bool did = std::ranges::any_of(
        look.act.by, [&](const std::string& id) { return std::ranges::find(of->by, id) != of->by.end(); });
    if (!did) return Found{.code = "not_authorised", .detail = "只能由原行为人更正或者作废", .field = "by"};
    return std::nullopt;
}

Finding return_names_step(const Look& look) {
    if (!look.data().has("of") && !look.data().has("step"))
        return Found{.code = "element_missing", .detail = "应当写明退回的行为或者环节", .field = "of"};
    return std::nullopt;
}

// 程序规定 第四十七条: a person dies, an organisation comes to its end.
Finding ground_of_another_kind(const Look& look) {
    const auto ground = look.data().text("ground");
    const auto kind = look.party.kind;
    const bool wrong = (ground == "person_dead" && kind == casefile::PartyKind::organisation) ||
                       (ground == "entity_extinct" && kind == casefile::PartyKind::person);
    if (!wrong) return std::nullopt;
    return Found{.code = "element_missing",
                 .detail = "终止情形与当事人类型不符",
                 .field = "ground",
                 .cure = {"terminate"}};
}

// Only a step behind the case comes back; past the decision it is revoked, what is with the party goes on.
Finding return_leads_back(const Look& look) {
    const auto step = look.data().text("step");
    const auto* of = look.act_at(look.of());
    if (look.probe || (of == nullptr && !names_stage(step, look.rules.table)) ||
        returned_to(look.state, look.main, of, step, look.rules.table))
        return std::nullopt;
    return Found{
        .code = "reference_invalid",
        .detail = fmt::format("案件现为“{}”，不能退回到所指的环节", look.table.state_label(look.main)),
        .field = of != nullptr ? "of" : "step",
        .cure = look.state.decision() != nullptr && look.main >= MainState::decided
                    ? std::vector<std::string>{"revoke_decision"}
                    : std::vector<std::string>{}};
}

Finding replacement_party(const Look& look) {
    if (look.type.id == "replace_party" && look.data().text("reason") == "joint")
        return Found{.code = "element_missing",
                     .detail = "共同违法的应当追加当事人，而不是变更",
                     .field = "reason",
                     .cure = {"add_party"}};
    return std::nullopt;
}

bool is_party(const Look& look, std::string_view id) {
    return std::ranges::find(look.matter.parties, id, &casefile::Party::id) != look.matter.parties.end();
}

// A party comes in under a number of its own.
Finding party_known(const Look& look) {
    const auto id = look.data()["party"].text("id");
    if (!id.empty() && is_party(look, id))
        return Found{.code = "reference_invalid", .detail = "该编号的当事人已在本案", .field = "party.id"};
    for (const auto& party : look.data().list("parties"))
        if (!party.text("id").empty() && is_party(look, party.text("id")))
            return Found{.code = "reference_invalid", .detail = "该编号的当事人已在本案", .field = "parties"};
    return std::nullopt;
}

// Parties of this case go, and somebody stays.
Finding nobody_stays(const Look& look) {
    const auto parties = distinct(look.data().list("parties"));
    for (const auto id : parties)
        if (!is_party(look, id))
            return Found{.code = "reference_invalid",
                         .detail = fmt::format("本案没有编号为 {} 的当事人", id),
                         .field = "parties"};
    if (look.probe ? look.matter.parties.size() > 1 : parties.size() < look.matter.parties.size())
        return std::nullopt;
    return Found{.code = "reference_invalid",
                 .detail = "分案以后本案应当还有当事人",
                 .field = "parties",
                 .cure = {"add_party"}};
}

}  // namespace

std::vector<Guard> running_guards() {
    return {
        {99,  "reference_invalid",       {"add_party", "join_case"},                   false, party_known            },
        {99,  "reference_invalid",       {"split_case"},                               true,  nobody_stays           },
        {11,  "extension_needs_panel",   {"extend_decision"},                          true,  second_extension       },
        {11,  "extension_needs_panel",   {"extend_decision_panel"},                    false, panel_extension        },
        {11,  "extension_needs_panel",   {"extend_decision_panel"},                    false, panel_did_not_extend   },
        {11,  "act_not_open",            {"extend_decision_panel"},                    true,  leader_extends_first   },
        {11,  "extension_without_date",  {"extend_decision_panel"},                    false, extension_without_date },
        {5,   "two_handlers_required",   {"assign_handlers"},                          false, handlers_not_able      },
        {11,
         "extension_without_date",       {"panel_discuss", "extend_decision_panel"},
         false,                                                                               extension_into_the_past},
        {11,  "extension_without_date",  {"extend_decision_panel"},                    false, extension_beyond_minute},
        {156, "element_missing",         {"panel_discuss"},                            false, opinion_of_absent      },
        {122, "extension_late",          {"extend_decision", "extend_decision_panel"}, true,  decision_extension_late},
        {122, "extension_late",          {"extend_review"},                            false, review_extension_late  },
        {135, "recusal_wrong_decider",   {"decide_recusal"},                           false, recusal_wrong_decider  },
        {154, "not_authorised",          {"panel_discuss"},                            false, panel_people           },
        {155, "panel_too_few",           {"panel_discuss"},                            false, panel_too_few          },
        {156, "chair_not_last",          {"panel_discuss"},                            false, chair_not_last         },
        {156, "chair_not_last",          {"panel_discuss"},                            false, not_all_have_spoken    },
        {156, "element_missing",         {"panel_discuss"},                            false, view_without_reason    },
        {156, "element_missing",         {"panel_discuss"},                            false, against_the_majority   },
        {170, "not_authorised",          {"correct", "strike"},                        false, only_who_did_it        },
        {171, "correction_not_clerical", {"correct"},                                  false, correction_not_clerical},
        {172, "element_missing",         {"return"},                                   false, return_names_step      },
        {172, "reference_invalid",       {"return"},                                   false, return_leads_back      },
        {173, "element_missing",         {"replace_party"},                            false, replacement_party      },
        {173, "element_missing",         {"terminate"},                                false, ground_of_another_kind },
    };
}

}  // namespace procedure
