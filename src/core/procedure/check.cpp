#include "procedure/check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "procedure/derived.hpp"
#include "procedure/heard.hpp"

namespace procedure {

namespace {

bool standing_fine(const State& state) {
    const auto* decision = state.decision();
    return decision != nullptr && !decision->revoked && decision->has_fine;
}

// A time-specific code goes before act_not_open (acts.md §1.4, "late acts").
std::string_view specific_code(const Look& look) {
    const std::string_view type = look.type.id;
    if (look.type.evidence && look.state.under_review()) return "evidence_frozen";
    if (type == "file_case" && look.main == MainState::clue_registered) return "clue_not_checked";
    if (type == "decide_on_spot" && look.state.filed != 0) return "case_already_filed";
    if ((type == "decide" || type == "decide_on_spot") && look.deciding_fine() && standing_fine(look.state))
        return "second_fine";
    // 程序规定 第五十条第二款: the legal review of a hearing case comes after the hearing.
    if (type == "review" && look.main == MainState::hearing) return "legal_review_before_hearing_end";
    if (type == "request_hearing" && look.state.served_notice && look.main != MainState::hearing)
        return "hearing_request_late";
    if (type == "dun" && (look.main == MainState::decision_served || look.main == MainState::deferred))
        return "not_overdue";
    // 行政强制法 第五十四条: a letter that has not reached the party yet has begun no ten days.
    if (type == "apply_court" && look.main == MainState::overdue && look.state.dunned != 0)
        return "dunning_period_running";
    return {};
}

// Where the case stands, and where the act has its place when that is soon said.
std::string stages(const Look& look) {
    constexpr std::size_t few = 4;
    std::string said = fmt::format("当前阶段为“{}”", look.table.state_label(look.main));
    if (look.type.open_in.empty() || look.type.open_in.size() > few) return said;
    std::string open;
    for (const auto& id : look.type.open_in)
        open += fmt::format("{}“{}”", open.empty() ? "" : "、", look.table.state_label(*main_state(id)));
    return fmt::format("{}，应当在{}阶段进行", said, open);
}

// What brings the case to the stage of the act: the step that is next now, and the one that opens it.
std::vector<std::string> way_there(const Look& look) {
    auto way = look.table.way(look.main, look.type.open_states);
    if (way.size() > 2) way.erase(way.begin() + 1, way.end() - 1);
    if (way.size() == 2 && way.front() == way.back()) way.pop_back();
    return way;
}

// 听证办法 第七条; 程序规定 第八十条: what the party asked for in time does not fall because it was entered a
// day later or while the investigation was suspended.
bool party_still_heard(const Look& look) {
    if (look.probe || (look.type.id != "request_hearing" && look.type.id != "answer_notice")) return false;
    const bool suspended = look.main == MainState::suspended && look.state.served_notice &&
                           look.state.suspended_from >= MainState::noticed &&
                           look.state.suspended_from <= MainState::panel_pending &&
                           look.state.suspended_from != MainState::hearing;
    if (look.type.id == "answer_notice") return suspended;
    const bool waiting =
        look.main == MainState::decision_pending || look.main == MainState::panel_pending || suspended;
    const auto due = answer_due(look.state, look.rules);
    const auto received = date_in(look.data(), "received_on");
    return waiting && look.state.hearing.request == 0 && due && received && *received <= *due;
}

bool is_on_display(const Look& look, int document, int paper) {
    return std::ranges::any_of(look.state.coming, [&](const Coming& coming) {
        const auto* serve = look.act_at(coming.serve);
        return serve != nullptr && serve->n > paper && clocks::document_of(*serve) == document &&
               serve->data.integer("of").value_or(paper) == paper;
    });
}

// 程序规定 第八十二条第（五）项: a party that has read the public notice may speak and pay before it takes
// effect.
bool published_to_party(const Look& look) {
    const auto& state = look.state;
    if (look.type.id == "answer_notice" || look.type.id == "request_hearing")
        return look.main == MainState::notice_approved && state.notice &&
               is_on_display(look, 37, state.notice->n);
    return look.type.id == "pay" && look.main == MainState::decided && state.decision() != nullptr &&
           is_on_display(look, 45, state.decision()->n);
}

// 行政处罚法 第五十八条; procedure.md K-11; 程序规定 第四十八条: a review that is still wanting can be had
// until the decision.
bool review_wanting(const Look& look) {
    if (look.type.id != "send_review" && look.type.id != "review") return false;
    if (look.main != MainState::decision_pending && look.main != MainState::panel_pending) return false;
    if (told_unreviewed(look)) return true;
    if (!needs_legal_review(look) && !criminal_side_holds(look.state)) return false;
    if (!look.probe && look.data().text("kind") != "legal") return false;
    return std::ranges::none_of(look.state.reviews,
                                [](const ReviewRequest& each) { return each.legal && each.agreed; });
}

// 行政复议法 第四十八条; 行政诉讼法 第六十七条: what runs is answered and ends, also when the decision was
// taken back meanwhile.
bool remedy_runs(const Look& look) {
    static constexpr std::array<std::string_view, 4> acts{"answer_reconsideration", "end_reconsideration",
                                                          "answer_suit", "end_suit"};
    return look.state.under_review() && std::ranges::find(acts, look.type.id) != acts.end();
}

bool late_fee_open(const Look& look) {
    const auto* decision = look.state.decision();
    if (decision == nullptr || !decision->imposes_penalty()) return false;
    if (!look.probe) return look.data().text("item") == "late_fee";
    return decision->late_fee_told &&
           accrued_late_fee(look.state, look.acts, look.on, look.rules) > look.state.late_fee_paid;
}

// 行政诉讼法 第九十五条; procedure.md Q-07a: a judgment is enforced without another dunning letter.
bool judgment_enforceable(const Look& look) {
    return look.type.id == "apply_court" && look.main == MainState::overdue &&
           judgment_to_enforce(look) != nullptr;
}

// 行政处罚法 第七十五条第二款: what the leaders decided together they also take back together.
bool panel_purpose_unfit(const Look& look) {
    if (look.type.id != "panel_discuss" || (look.probe && !look.data().has("purpose"))) return false;
    const auto purpose = look.data().text("purpose");
    if (look.main >= MainState::decided) return purpose != "other";
    return purpose == "decision" && look.main == MainState::suspended;
}

// 行政强制法 第四十条、民法典 第六十七条: after the decision its rights and duties pass to a successor;
// another party was never decided on.
bool wrong_party_too_late(const Look& look) {
    return look.type.id == "replace_party" && !look.probe && look.main >= MainState::decided &&
           look.data().text("reason") != "successor";
}

bool of_another_procedure(const Look& look) {
    return !of_this_procedure(look.type, look.matter);
}

// acts.md §2.2: a decision without penalty waits for DECISION_PENDING; a penalty is answered by §5 before
// that.
bool decided_without_penalty_too_early(const Look& look) {
    return look.type.id == "decide" && !look.deciding_penalty() && look.main != MainState::decision_pending &&
           look.main != MainState::panel_pending;
}

bool nothing_on_the_spot_to_file(const Look& look) {
    const auto* decision = look.state.decision();
    return look.type.id == "file_summary" &&
           (decision == nullptr || !decision->on_spot || look.state.archived != 0);
}

// 行政复议法 第四十六条; 行政诉讼法 第三十五条: no new evidence while reconsideration or suit runs, whatever
// the state.
bool evidence_frozen(const Look& look) {
    return look.type.evidence && look.state.under_review();
}

constexpr std::array<StateBar, 6> bars{
    {{"state.own_procedure", of_another_procedure},
     {"state.no_penalty_pending", decided_without_penalty_too_early},
     {"state.on_the_spot_filed_once", nothing_on_the_spot_to_file},
     {"state.panel_purpose", panel_purpose_unfit},
     {"state.wrong_party_before_decision", wrong_party_too_late},
     {"state.evidence_frozen", evidence_frozen}}
};

bool is_open(const Look& look) {
    if (judgment_enforceable(look)) return true;
    if (published_to_party(look) || party_still_heard(look) || review_wanting(look) || remedy_runs(look))
        return true;
    // 行政处罚法 第七十二条: a fine that came in late leaves the late fee, which may still be taken in.
    if (look.type.id == "pay" && look.main == MainState::performed) return late_fee_open(look);
    // 程序规定 第七十条: the papers of an on-the-spot penalty are filed while the payment is still tracked,
    // and may be filed late.
    const bool on_spot = look.state.decision() != nullptr && look.state.decision()->on_spot;
    if (look.main == MainState::archived &&
        (look.type.id == "pay" || look.type.id == "collect_on_spot" || look.type.id == "defer"))
        return on_spot && (look.type.id != "defer" || look.state.decision()->owes_on_the_spot());
    return look.type.open_states.has(look.main);
}

// A guard asks while its code has a text in force (refusals.yaml).
bool in_force(const Guard& guard, const Look& look) {
    return look.table.refusal(guard.code) != nullptr;
}

}  // namespace

bool of_this_procedure(const ActType& type, const casefile::Matter& matter) {
    const bool complaint = matter.procedure == casefile::Track::complaint;
    // 投诉举报处理办法 第二十一条: a mediator may have to stand aside as an officer may.
    const bool recusal = type.id == "request_recusal" || type.id == "decide_recusal";
    return recusal || type.phase == "any" || complaint == (type.phase == "complaint");
}

std::span<const StateBar> state_bars() {
    return bars;
}

bool state_allows(const Look& look) {
    return std::ranges::none_of(
               bars, [&](const StateBar& bar) { return look.rules.asks(bar.name) && bar.shuts(look); }) &&
           is_open(look);
}

std::vector<Found> check_state(const Look& look) {
    if (state_allows(look)) return {};
    Found shut{.code = "act_not_open", .detail = stages(look), .cure = way_there(look)};
    // 并案: nothing is done here any more; the same is done in the case that goes on.
    if (look.main == MainState::joined)
        return {
            {.code = "case_joined", .detail = fmt::format("已并入{}，请在该案办理", look.state.host)}
        };
    if (const auto code = specific_code(look); !code.empty())
        return {{.code = std::string(code)}, std::move(shut)};
    return {std::move(shut)};
}

namespace {

// What concerned another party alone is not among the acts of this one.
bool of_an_earlier_act(const Look& look, const Reference& reference) {
    const auto* act = look.act_at(reference.n);
    return act != nullptr && act->n < look.act.n;
}

bool of_a_fitting_act(const Look& look, const Reference& reference) {
    const auto* act = look.act_at(reference.n);
    const auto& allowed = reference.type->of_acts;
    return act == nullptr || allowed.empty() || std::ranges::find(allowed, act->type) != allowed.end();
}

constexpr std::array<ReferenceCheck, 2> references{
    {{"reference.earlier", of_an_earlier_act}, {"reference.fitting", of_a_fitting_act}}
};

bool fits(const Look& look, const Reference& reference) {
    return std::ranges::all_of(references, [&](const ReferenceCheck& check) {
        return !look.rules.asks(check.name) || check.holds(look, reference);
    });
}

}  // namespace

std::span<const ReferenceCheck> reference_checks() {
    return references;
}

std::vector<Found> check_elements(const Look& look, const ReadData& read) {
    std::vector<Found> found;
    for (const auto& reference : read.references) {
        if (fits(look, reference)) continue;
        const bool wanted = !reference.type->refusal.empty() && reference.type->refusal != "element_missing";
        found.push_back({.code = wanted ? reference.type->refusal : "reference_invalid",
                         .detail = fmt::format("“{}”所指的第{}项行为", reference.type->label, reference.n),
                         .field = reference.field});
    }
    for (const auto& missing : read.missing)
        found.push_back({.code = missing.code,
                         .detail = missing.is_false ? fmt::format("“{}”应当为是", missing.label)
                                                    : fmt::format("缺少“{}”", missing.label),
                         .field = missing.field});
    return found;
}

std::vector<Found> check_guards(const Look& look) {
    std::vector<Found> found;
    for (const auto* guard : look.rules.guards.of(look.type.id))
        if (in_force(*guard, look))
            if (auto finding = guard->check(look)) found.push_back(std::move(*finding));
    return found;
}

namespace {

// What was stated wrongly is put right by doing the same act again; nobody has stated anything yet when the
// act is only asked about.
void put_right(std::vector<std::string>& cure, const Look& look) {
    if (look.probe) std::erase(cure, "self");
    std::ranges::replace(cure, std::string("self"), look.type.id);
}

// Guards name the fields of the act's data alone; whoever reads the refusal is told where they stand in it.
std::string place_of(const std::string& field, const ActType& type) {
    const std::string_view first = std::string_view(field).substr(0, field.find('.'));
    return first.empty() || type.field(first) == nullptr ? field : "data." + field;
}

}  // namespace

Refusal refusal_of(const std::vector<Found>& found, const Look& look) {
    const Found& first = found.front();
    const std::string_view act = look.type.id;
    Refusal refusal{.code = first.code,
                    .message = first.code,
                    .basis = look.type.basis,
                    .field = place_of(first.field, look.type),
                    .cure = first.cure,
                    .open_from = first.open_from};
    if (const auto* text = look.table.refusal(first.code)) {
        const auto basis = text->basis_of_act.find(act);
        if (basis != text->basis_of_act.end())
            refusal.basis = basis->second;
        else if (!text->basis.empty())
            refusal.basis = text->basis;
        const auto cure = text->cure_of_act.find(act);
        if (refusal.cure.empty()) refusal.cure = cure != text->cure_of_act.end() ? cure->second : text->cure;
        refusal.message =
            first.detail.empty() ? text->message : fmt::format("{}（{}）", text->message, first.detail);
    }
    put_right(refusal.cure, look);
    if (!first.basis.empty()) refusal.basis = first.basis;
    if (refusal.open_from) refusal.message += fmt::format("，{}起可以进行", refusal.open_from->chinese());
    for (std::size_t i = 1; i < found.size(); ++i)
        if (found[i].code != first.code &&
            std::ranges::find(refusal.also, found[i].code) == refusal.also.end())
            refusal.also.push_back(found[i].code);
    return refusal;
}

std::optional<Refusal> judge(const Look& look, const ReadData& read) {
    if (const auto found = check_state(look); !found.empty()) return refusal_of(found, look);
    if (const auto found = check_people(look); !found.empty()) return refusal_of(found, look);
    if (const auto found = check_approval(look); !found.empty()) return refusal_of(found, look);
    if (const auto found = check_elements(look, read); !found.empty()) return refusal_of(found, look);
    if (const auto found = check_guards(look); !found.empty()) return refusal_of(found, look);
    return std::nullopt;
}

std::optional<Refusal> probe(const Look& look) {
    if (const auto found = check_state(look); !found.empty()) return refusal_of(found, look);
    std::vector<Found> found;
    for (const auto* guard : look.rules.guards.of(look.type.id))
        if (guard->without_data && in_force(*guard, look))
            if (auto finding = guard->check(look)) found.push_back(std::move(*finding));
    if (found.empty()) return std::nullopt;
    return refusal_of(found, look);
}

bool is_shut(const Look& look) {
    return !state_allows(look) ||
           std::ranges::any_of(look.rules.guards.of(look.type.id), [&](const Guard* guard) {
               return guard->without_data && in_force(*guard, look) && guard->check(look);
           });
}

}  // namespace procedure
