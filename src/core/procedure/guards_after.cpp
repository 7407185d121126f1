#include <fmt/format.h>

#include <algorithm>

#include "procedure/derived.hpp"
#include "procedure/guard.hpp"
#include "procedure/penalty_kinds.hpp"

namespace procedure {

namespace {

// 公示规定 第二条: on-the-spot penalties and warnings alone are not published.
Finding not_publishable(const Look& look) {
    const auto* decision = look.act_at(look.of());
    if (look.data().truth("warning_only")) return Found{.code = "not_publishable", .field = "warning_only"};
    if (decision == nullptr) return std::nullopt;
    for (const auto& each : look.state.decisions)
        if (each.n == decision->n && each.revoked)
            return Found{.code = "not_publishable", .detail = "该决定已经撤销", .field = "of"};
    const bool warning_only = only_warning(decision->data["penalty"]);
    const bool no_penalty = decision->type == "decide" && decision->data.text("kind") != "penalty";
    if (warning_only || no_penalty || decision->type == "decide_on_spot")
        return Found{.code = "not_publishable", .field = "of"};
    return std::nullopt;
}

// 公示规定 第六条
Finding personal_data_left(const Look& look) {
    if (look.data().truth("personal_data_left"))
        return Found{.code = "personal_data_left", .field = "personal_data_left"};
    return std::nullopt;
}

// 公示规定 第十四条、第十五条: what was decided sets the class, whatever the entry was called.
bool imposes_any(const Look& look, std::initializer_list<std::string_view> kinds) {
    const auto* published = look.last("publish");
    const auto* decision =
        published == nullptr ? nullptr : look.act_at(published->data.integer("of").value_or(0));
    return decision != nullptr && std::ranges::any_of(kinds, [&](std::string_view kind) {
               return lists(decision->data, "penalty.kinds", kind);
           });
}

bool shown_for_ever(const Look& look, const casefile::Act& published) {
    return published.data.text("class") == "serious_c" ||
           imposes_any(look, {"revoke_licence", "lower_qualification", "close_down"});
}

const casefile::Act* publication(const Look& look) {
    return look.last("publish");
}

// 公示规定 第十四条; 信用修复管理办法 第八条: class c has no early stop.
Finding early_stop_excluded(const Look& look) {
    const auto* published = publication(look);
    if (published == nullptr || !shown_for_ever(look, *published) || look.data().text("outcome") != "granted")
        return std::nullopt;
    return Found{.code = "early_stop_excluded", .field = "outcome"};
}

// 信用修复管理办法 第十四条: the application that is taken in, at once or by its examination; what only came
// in, or is turned away or completed at its examination, is not.
const base::Value* accepted_application(const Look& look) {
    const auto outcome = look.data().text("outcome");
    if (look.type.id == "apply_repair") return outcome == "received" ? nullptr : &look.data();
    const auto* application = look.act_at(look.of());
    return outcome == "accepted" && application != nullptr ? &application->data : nullptr;
}

std::string refused_field(const Look& look, std::string_view field) {
    return look.type.id == "apply_repair" ? std::string(field) : "outcome";
}

// 信用修复管理办法 第八条至第十条: three months for the ordinary class, one year for the serious ones.
Finding repair_too_early(const Look& look) {
    const auto* published = publication(look);
    const auto* application = accepted_application(look);
    if (published == nullptr || application == nullptr || application->text("kind") != "penalty")
        return std::nullopt;
    const auto shown_on = date_in(published->data, "on").value_or(published->at.date());
    const auto shown_as = published->data.text("class");
    const auto& periods = look.rules.clocks;
    const bool grave = imposes_any(look, {"suspend_business", "restrict_business", "practice_ban"});
    const auto first = grave                    ? periods.limit("REPAIR_SERIOUS", shown_on)
                       : shown_as == "ordinary" ? periods.limit("REPAIR_ORDINARY", shown_on)
                       : shown_as == "minor"    ? shown_on
                                                : periods.limit("REPAIR_SERIOUS", shown_on);
    const auto received = date_in(*application, "received_on").value_or(look.on);
    if (received >= first) return std::nullopt;
    return Found{.code = "repair_too_early", .field = refused_field(look, "received_on"), .open_from = first};
}

Finding duty_not_performed(const Look& look) {
    const bool done = look.main == MainState::performed || look.main == MainState::closing ||
                      look.main == MainState::closed || look.main == MainState::archived;
    const auto* application = accepted_application(look);
    if (application == nullptr || application->text("kind") != "penalty" || done) return std::nullopt;
    return Found{.code = "duty_not_performed"};
}

// 信用修复管理办法 第二十三条
Finding repair_barred(const Look& look) {
    if (accepted_application(look) == nullptr) return std::nullopt;
    for (const auto& act : look.acts)
        if (act.type == "decide_repair" && act.data.text("outcome") == "revoked_for_fraud" &&
            look.on < look.rules.clocks.limit("REPAIR_BAR", date_in(act.data, "on").value_or(act.at.date())))
            return Found{.code = "repair_barred"};
    return std::nullopt;
}

// 行政强制法 第二十八条; 程序规定 第四十二条、第七十七条: no measure is left open behind a closed case.
Finding open_measure(const Look& look) {
    for (const auto& seizure : look.state.seizures)
        if (!seizure.ended)
            return Found{.code = "open_measure", .detail = fmt::format("第{}项行为的查封、扣押", seizure.n)};
    for (const auto& registration : look.state.registrations)
        if (!registration.ended && !registration_lapsed(registration, look.on, look.rules))
            return Found{.code = "open_measure",
                         .detail = fmt::format("第{}项行为的先行登记保存", registration.n)};
    return std::nullopt;
}

std::optional<MainState> state_of_ground(std::string_view ground) {
    if (ground == "performed") return MainState::performed;
    if (ground == "terminated") return MainState::terminated;
    return std::nullopt;
}

bool event_happened(const Look& look, std::string_view ground) {
    if (look.main == MainState::closing || ground == "other")
        return look.main != MainState::decision_served && look.main != MainState::decided;
    if (const auto wanted = state_of_ground(ground)) return look.main == *wanted;
    // 程序规定 第七十七条第一款第（二）项: by the court; what the agency ended itself is another event.
    if (ground == "court_ended") {
        const auto* ruling = look.last("court_ruling");
        return look.main == MainState::enforcement_ended && ruling != nullptr &&
               ruling->data.text("outcome") == "ended";
    }
    const auto* decision = look.state.decision();
    const std::string_view kind =
        decision == nullptr || decision->revoked ? std::string_view() : std::string_view(decision->kind);
    if (ground == "transferred")
        return look.main == MainState::transferred || (look.main == MainState::decided && kind == "transfer");
    if (ground == "judicial") return look.main == MainState::decided && kind == "judicial";
    return kind == ground && (look.main == MainState::decision_served || look.main == MainState::performed);
}

// 程序规定 第七十七条: one of the closing events has happened, the one that is named.
Finding closing_event_missing(const Look& look) {
    const auto* decision = look.state.decision();
    if (look.probe) {
        const bool waits =
            look.main == MainState::decision_served && decision != nullptr && decision->kind == "penalty";
        const bool unserved =
            look.main == MainState::decided && decision != nullptr && decision->kind == "penalty";
        if (waits || unserved) return Found{.code = "closing_event_missing"};
        return std::nullopt;
    }
    if (event_happened(look, look.data().text("ground"))) return std::nullopt;
    return Found{.code = "closing_event_missing", .field = "ground"};
}

// procedure.md Z-01; 行政复议法 第四十二条: what may still fall is neither closed nor put away.
Finding remedy_runs(const Look& look) {
    if (!look.state.under_review()) return std::nullopt;
    return Found{
        .code = "closing_event_missing",
        .detail = "行政复议或者行政诉讼正在进行",
        .cure = {"end_reconsideration", "end_suit"}
    };
}

// acts.md §2: a decision not to punish is served before the case is closed.
Finding decision_not_served(const Look& look) {
    const auto* decision = look.state.decision();
    if (look.main != MainState::decided || decision == nullptr || decision->served_on) return std::nullopt;
    if (decision->kind == "transfer" || decision->kind == "judicial") return std::nullopt;
    return Found{.code = "decision_not_served"};
}

// 程序规定 第七十七条、第七十八条: confiscated goods are disposed of, freed ones are back or called for by
// notice.
Finding goods_open(const Look& look) {
    const auto fault = [](int n, std::string_view what) {
        return Found{.code = "goods_open", .detail = fmt::format("第{}项行为的物品{}", n, what)};
    };
    const auto* decision = look.state.decision();
    const bool confiscates = decision != nullptr && !decision->revoked && decision->confiscates_goods;
    for (const auto& seizure : look.state.seizures) {
        if (seizure.state == "CONFISCATED" && confiscates) return fault(seizure.n, "已决定没收，尚未处理");
        if (seizure.state == "CONFISCATED" && !seizure.returned)
            return Found{
                .code = "goods_open",
                .detail = fmt::format("第{}项行为的物品不再没收，尚未退还", seizure.n),
                .cure = {"return_goods", "serve", "dispose_goods"}
            };
        if (seizure.state == "LIFTED" && !seizure.returned) return fault(seizure.n, "已解除，尚未退还");
    }
    if (decision != nullptr && decision->imposes_penalty() && decision->confiscates_goods &&
        !decision->goods_disposed && look.main == MainState::performed)
        for (const auto& seizure : look.state.seizures)
            if (seizure.state == "DISPOSED") return std::nullopt;
    if (decision != nullptr && decision->imposes_penalty() && decision->confiscates_goods &&
        !decision->goods_disposed && look.main == MainState::performed)
        return fault(decision->n, "已决定没收，尚未处理");
    return std::nullopt;
}

Finding pages_missing(const Look& look) {
    if (look.data().has("pages") && look.data().integer("pages") == 0)
        return Found{.code = "papers_missing", .field = "pages"};
    return std::nullopt;
}

Finding scores(const Look& look) {
    for (const auto* name : {"civil", "standard", "clean"})
        if (const auto score = look.data().integer(name); score && (*score < 1 || *score > 5))
            return Found{.code = "element_missing", .detail = "评分为一至五", .field = name};
    return std::nullopt;
}

// A blind visit is not made by those who handled the case (acts.md §3.10 [design]).
Finding blind_visit(const Look& look) {
    if (look.data().text("way") != "blind") return std::nullopt;
    for (const auto& id : look.act.by)
        if (look.state.was_handler(id))
            return Found{.code = "not_authorised", .detail = "匿名回访不得由本案办案人员进行", .field = "by"};
    return std::nullopt;
}

// The only door for new evidence while a remedy runs is open only then.
Finding no_remedy_runs(const Look& look) {
    if (!look.state.under_review())
        return Found{.code = "act_not_open", .detail = "没有正在进行的行政复议或者行政诉讼"};
    return std::nullopt;
}

}  // namespace

std::vector<Guard> after_guards() {
    return {
        {21,  "not_publishable",       {"publish"},                                                false, not_publishable      },
        {21,  "personal_data_left",    {"publish"},                                                false, personal_data_left   },
        {21,  "early_stop_excluded",   {"decide_repair"},                                          false, early_stop_excluded  },
        {25,  "open_measure",          {"close", "file_summary", "be_joined"},                     true,  open_measure         },
        {98,
         "act_not_open",               {"supplement_evidence", "end_reconsideration", "end_suit"},
         true,                                                                                            no_remedy_runs       },
        {166, "repair_too_early",      {"apply_repair", "accept_repair"},                          false, repair_too_early     },
        {167, "duty_not_performed",    {"apply_repair", "accept_repair"},                          false, duty_not_performed   },
        {168, "repair_barred",         {"apply_repair", "accept_repair"},                          true,  repair_barred        },
        {169, "decision_not_served",   {"close"},                                                  true,  decision_not_served  },
        {169, "closing_event_missing", {"close"},                                                  true,  closing_event_missing},
        {169, "closing_event_missing", {"close", "archive"},                                       true,  remedy_runs          },
        {169, "goods_open",            {"close"},                                                  true,  goods_open           },
        {169, "papers_missing",        {"archive"},                                                false, pages_missing        },
        {174, "element_missing",       {"follow_up"},                                              false, scores               },
        {174, "not_authorised",        {"follow_up"},                                              false, blind_visit          },
    };
}

}  // namespace procedure
