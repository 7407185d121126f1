#include <algorithm>

#include "discretion/workup.hpp"

namespace discretion {

namespace {

using namespace std::string_view_literals;

constexpr std::string_view order_article = "行政处罚法 第二十八条第一款";
constexpr std::string_view gains_article = "行政处罚法 第二十八条第二款";

void add(Workup& work, std::string_view kind, Due mode, std::string_view basis, std::string_view from) {
    work.finding.companions.push_back({.kind = kind, .mode = mode, .basis = basis, .from = from});
}

void add_article(Workup& work, std::string_view kind, Due mode) {
    if (mode != Due::none) add(work, kind, mode, work.finding.version->article_citation, "provision");
}

// 行政处罚法 第二十八条第一款: correction is ordered with every penalty; the article is named where it has
// the words.
void add_orders(Workup& work) {
    const std::vector<std::string>& order = work.finding.version->order;
    if (std::ranges::find(order, "order_correct") == order.end())
        add(work, "order_correct", Due::mandatory, order_article, "penalty_law");
    for (const std::string& kind : order) add_article(work, kind, Due::mandatory);
}

const Confiscation& confiscation_of(const Workup& work) {
    const Version& version = *work.finding.version;
    const bool own = work.limb.is_serious && version.serious->confiscation;
    return own ? *version.serious->confiscation : version.confiscation;
}

// 行政处罚法 第二十八条第二款: an article that is silent on gains does not spare them; an unknown sum stays
// open.
void add_gains(Workup& work, Due due, bool without_article) {
    const FactValue& gains = work.facts[work.catalogue.fact().illegal_gains];
    const bool by_article = due == Due::mandatory || due == Due::if_any;
    if ((!by_article && !without_article) || gains.state == FactValue::State::none) return;
    Companion companion{
        .kind = "confiscate_illegal_gains",
        .basis = by_article ? std::string_view(work.finding.version->article_citation) : gains_article,
        .from = by_article ? "provision"sv : "penalty_law"sv};
    companion.undetermined = !gains.is_known();
    companion.mode = gains.is_known() ? Due::mandatory : Due::if_any;
    if (gains.is_known()) companion.amount = base::Money::fen(gains.number);
    if (!by_article && gains.is_known() && gains.number > 0) work.flag("gains_under_ppl_28");
    work.finding.companions.push_back(companion);
}

void add_ad_fee(Workup& work, Due due) {
    if (due == Due::none) return;
    const FactValue& fee = work.facts[work.catalogue.fact().ad_fee];
    const bool is_known = fee.state == FactValue::State::known;
    add_article(work, "confiscate_ad_fee", due);
    if (is_known && due == Due::mandatory)
        work.finding.companions.back().amount = base::Money::fen(fee.number);
    work.finding.companions.back().undetermined = !is_known;
}

// 价格违法行为行政处罚规定 第十六条: sums overcharged go back to those who paid before the rest is
// confiscated.
void add_refund(Workup& work) {
    const FactValue& gains = work.facts[work.catalogue.fact().illegal_gains];
    const bool has_gains = gains.state == FactValue::State::known && gains.number > 0;
    const bool is_price = work.catalogue.statutes()[work.finding.version->statute].code == "PRR";
    if (is_price && (has_gains || work.holds(work.catalogue.circumstance().removed_harm)))
        add(work, "refund_first", Due::mandatory, "价格违法行为行政处罚规定 第十六条", "provision");
}

bool is_due(const Workup& work, const Measure& measure) {
    if (measure.when) return work.facts.is_true(*measure.when);
    return !measure.when_serious || work.serious_held.test(*measure.when_serious);
}

// A、B或者C: alternatives of one choice are each open, and one of them is due.
void add_measures(Workup& work, const std::vector<Measure>& measures) {
    for (const Measure& measure : measures) {
        if (!is_due(work, measure)) continue;
        const bool is_free = measure.mode == FineMode::may || !measure.choice.empty();
        add_article(work, measure.kind, is_free ? Due::optional : Due::mandatory);
        work.finding.companions.back().choice = measure.choice;
    }
}

void add_confiscations(Workup& work, bool with_penalty_law) {
    const Confiscation& confiscation = confiscation_of(work);
    const bool is_open = !confiscation.gate || work.facts.is_true(*confiscation.gate);
    const Confiscation none;
    const Confiscation& due = is_open ? confiscation : none;
    add_gains(work, due.illegal_gains, with_penalty_law);
    add_article(work, "confiscate_goods", due.goods);
    add_article(work, "confiscate_tools", due.tools);
    add_ad_fee(work, due.ad_fee);
}

void add_penalties(Workup& work, bool with_penalty_law) {
    add_orders(work);
    add_refund(work);
    add_confiscations(work, with_penalty_law);
    add_article(work, "warning", work.finding.version->warning);
    add_measures(work, work.finding.version->measures);
    if (work.limb.is_serious) add_measures(work, work.finding.version->serious->measures);
}

bool is_order(std::string_view kind) {
    return kind.starts_with("order_");
}

// 行政处罚法 第三十三条第三款, and what the special ground keeps.
void add_of_exemption(Workup& work) {
    if (work.exemption)
        for (const std::string& kind : work.exemption->keeps)
            add(work, kind, Due::mandatory, work.exemption->source, "exemption");
    add(work, "education", Due::mandatory, "行政处罚法 第三十三条第三款", "exemption");
}

void add_without_penalty(Workup& work) {
    if (work.none_ground == "under_14")
        add(work, "guardian_to_discipline", Due::mandatory, "行政处罚法 第三十条", "exemption");
    const bool own_order = work.exemption && std::ranges::any_of(work.exemption->keeps, is_order);
    if (!own_order) add_orders(work);
    add_of_exemption(work);
}

bool any_penalty(const Workup& work) {
    return std::ranges::any_of(work.finding.companions, [&](const Companion& companion) {
        return work.catalogue.is_penalty(companion.kind);
    });
}

// Items without a fine: the measures stand alone; where none is a penalty only the order remains.
void settle_without_fine(Workup& work) {
    const bool decides = work.finding.outcome == Outcome::penalty;
    if (work.limb.closed_gate || !work.limb.applies) {
        if (decides) work.finding.outcome = Outcome::no_fine;
        if (decides)
            work.finding.because = work.limb.closed_gate
                                       ? "尚无" + work.catalogue.facts()[*work.limb.closed_gate].title +
                                             "的事实，依法不予罚款，责令改正。"
                                       : "不具备处以罚款的法定条件，依法不予罚款，责令改正。";
        add_penalties(work, false);
        return;
    }
    add_penalties(work, false);
    if (any_penalty(work)) {
        work.finding.companions.clear();
        add_penalties(work, true);
    } else if (decides) {
        work.finding.outcome = Outcome::no_fine;
        work.finding.because = "该条没有规定罚款或者其他处罚，依法责令改正。";
    }
}

void trace_companions(Workup& work) {
    work.trace().node(12, "companions", work.finding.version->article_citation);
    work.trace().result("count", static_cast<std::int64_t>(work.finding.companions.size()));
    for (const Companion& companion : work.finding.companions) {
        if (companion.amount)
            work.trace().result(companion.kind, *companion.amount);
        else
            work.trace().result(companion.kind, companion.undetermined            ? "undetermined"sv
                                                : companion.mode == Due::optional ? "optional"sv
                                                : companion.mode == Due::if_any   ? "if_any"sv
                                                                                  : "mandatory"sv);
    }
}

}  // namespace

void add_companions(Workup& work) {
    switch (work.finding.outcome) {
        case Outcome::not_applicable:
        case Outcome::time_barred:
            return;
        case Outcome::transfer_to_police:
            add(work, "hold_administrative_fine", Due::mandatory, "行政处罚法 第二十七条第一款",
                "penalty_law");
            break;
        case Outcome::no_penalty:
            add_without_penalty(work);
            break;
        default:
            if (work.limb.has_fine())
                add_penalties(work, true);
            else
                settle_without_fine(work);
            if (work.finding.outcome == Outcome::may_no_penalty) add_of_exemption(work);
    }
    trace_companions(work);
}

}  // namespace discretion
