#include <fmt/format.h>

#include <algorithm>

#include "discretion/workup.hpp"

namespace discretion {

namespace {

using namespace std::string_view_literals;

const Version* in_force(const Violation& violation, base::Date day) {
    for (const Version& version : violation.versions)
        if (version.from <= day && (!version.to || day <= *version.to)) return &version;
    return nullptr;
}

bool is_due(const Workup& work, const Measure& measure) {
    if (measure.when) return work.facts.is_true(*measure.when);
    return !measure.when_serious || work.serious_held.test(*measure.when_serious);
}

struct Weighed {
    std::string_view kind;
    int weight;  // 1 may be imposed, 2 must be
};

// The penalties of a limb other than fines, by kind; 没收违法所得 is due under either text (行政处罚法
// 第二十八条第二款).
std::vector<Weighed> other_penalties(const Workup& work, const Limb& limb) {
    std::vector<Weighed> list;
    const auto add = [&](std::string_view kind, int weight) {
        if (weight > 0) list.push_back({kind, weight});
    };
    const auto weight = [](Due due) { return due == Due::mandatory ? 2 : due == Due::none ? 0 : 1; };
    const Version& version = *limb.version;
    const bool own = limb.is_serious && version.serious->confiscation;
    const Confiscation& confiscation = own ? *version.serious->confiscation : version.confiscation;
    add("warning", weight(version.warning));
    add("confiscate_goods", weight(confiscation.goods));
    add("confiscate_tools", weight(confiscation.tools));
    add("confiscate_ad_fee", weight(confiscation.ad_fee));
    const auto add_all = [&](const std::vector<Measure>& measures) {
        for (const Measure& measure : measures)
            if (is_due(work, measure)) add(measure.kind, measure.mode == FineMode::must ? 2 : 1);
    };
    add_all(version.measures);
    if (limb.is_serious) add_all(version.serious->measures);
    return list;
}

int weight_of(const std::vector<Weighed>& list, std::string_view kind) {
    int weight = 0;
    for (const Weighed& entry : list)
        if (entry.kind == kind) weight = std::max(weight, entry.weight);
    return weight;
}

struct Comparing {
    bool lighter = false, heavier = false;
    template <class T>
    void compare(const T& older, const T& newer) {
        lighter = lighter || newer < older;
        heavier = heavier || older < newer;
    }
};

// Maximum, minimum, then the other penalties. Where these point different ways a person must choose.
std::string_view compare(const Workup& work, const Limb& older, const Limb& newer) {
    Comparing result;
    const Statutory none;
    const Statutory& before = older.has_fine() ? *older.statutory : none;
    const Statutory& after = newer.has_fine() ? *newer.statutory : none;
    result.compare(before.exact_max, after.exact_max);
    result.compare(before.exact_min, after.exact_min);
    if (older.has_fine() && newer.has_fine())
        result.compare(before.mode == FineMode::must, after.mode == FineMode::must);
    const auto old_penalties = other_penalties(work, older);
    const auto new_penalties = other_penalties(work, newer);
    for (const Weighed& entry : old_penalties)
        result.compare(entry.weight, weight_of(new_penalties, entry.kind));
    for (const Weighed& entry : new_penalties)
        result.compare(weight_of(old_penalties, entry.kind), entry.weight);
    if (result.lighter && result.heavier) return "mixed";
    return result.lighter ? "lighter" : result.heavier ? "heavier" : "same";
}

std::string range_text(const Limb& limb) {
    return limb.has_fine() ? fmt::format("{}-{}", limb.statutory->min.str(), limb.statutory->max.str())
                           : "无罚款";
}

void use(Workup& work, const Version& version, Limb limb, Chosen chosen) {
    work.finding.version = &version;
    work.finding.chosen = chosen;
    work.limb = std::move(limb);
}

bool end_not_applicable(Workup& work) {
    work.finding.outcome = Outcome::not_applicable;
    work.finding.because = "行为终了时没有对该行为规定处罚的有效法律文本，不能依后来的规定处罚。";
    work.trace()
        .node(1, "version", "行政处罚法 第三十七条")
        .input("act_end", work.request.act_end)
        .result("law", "none"sv)
        .result("versions", static_cast<std::int64_t>(work.finding.violation->versions.size()));
    return false;
}

bool end_gone(Workup& work) {
    work.finding.outcome = Outcome::no_penalty;
    work.none_ground = "law_gone";
    work.finding.because = "作出决定时该行为已不再规定处罚，适用处罚较轻的新规定，不予行政处罚。";
    work.flag("newer_law_lighter");
    work.trace().result("compare", "gone"sv);
    trace_provision(work);
    return false;
}

void take_mixed(Workup& work) {
    work.finding.outcome = Outcome::undetermined;
    work.finding.because =
        "新旧法律文本比较，罚款幅度与其他处罚轻重方向不一，应当由办案机关判断适用哪一文本。";
    work.flag("law_mixed");
    work.flag("human_review");
}

}  // namespace

void trace_provision(Workup& work) {
    const Version& version = *work.finding.version;
    work.trace()
        .node(1, "provision", version.penalty_citation)
        .input("violation_id", std::string_view(work.finding.violation->id))
        .result("violated", std::string_view(version.violated_citation))
        .result("penalty", std::string_view(version.penalty_citation));
}

// 行政处罚法 第三十七条: the text in force when the act ended, unless the text at the decision is lighter.
bool choose_version(Workup& work) {
    const Request& request = work.request;
    const Violation& violation = *work.finding.violation;
    const Version* older = in_force(violation, request.act_end);
    if (!older) return end_not_applicable(work);
    const Version* newer = in_force(violation, request.decision_on);
    use(work, *older, find_limb(work, violation, *older), Chosen::act_date);
    work.trace()
        .node(1, "version", "行政处罚法 第三十七条")
        .input("act_end", request.act_end)
        .input("decision_on", request.decision_on);
    if (!newer) return end_gone(work);
    if (newer != older) {
        Limb limb = find_limb(work, violation, *newer);
        work.needs = work.limb.needs | limb.needs;
        const auto result = work.needs.any() ? "unknown"sv : compare(work, work.limb, limb);
        work.trace()
            .input("older", range_text(work.limb))
            .input("newer", range_text(limb))
            .result("compare", result);
        if (result == "lighter") {
            use(work, *newer, std::move(limb), Chosen::newer_lighter);
            work.flag("newer_law_lighter");
        } else if (result == "heavier") {
            work.finding.chosen = Chosen::older_kept;
            work.flag("older_law_kept");
        } else if (result == "mixed") {
            take_mixed(work);
        }
    } else {
        work.needs = work.limb.needs;
    }
    work.trace()
        .result("law", std::string_view(work.catalogue.statutes()[work.finding.version->statute].code))
        .result("version_date",
                std::string_view(work.catalogue.statutes()[work.finding.version->statute].version_date))
        .result("versions", static_cast<std::int64_t>(violation.versions.size()));
    trace_provision(work);
    return true;
}

}  // namespace discretion
