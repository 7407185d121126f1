#include <fmt/format.h>

#include <algorithm>

#include "discretion/decide.hpp"
#include "discretion/exact.hpp"
#include "simulation/simulation.hpp"

namespace simulation {

namespace {

using discretion::Band;
using discretion::Chain;
using discretion::Finding;
using discretion::Jurisdiction;
using discretion::Tier;

bool spares(const Finding& finding) {
    return finding.outcome == discretion::Outcome::no_penalty ||
           finding.outcome == discretion::Outcome::time_barred ||
           finding.outcome == discretion::Outcome::not_applicable;
}

bool may_spare(const Finding& finding) {
    return finding.outcome == discretion::Outcome::may_no_penalty;
}

const std::optional<Band>& band_of(const Finding& finding, Tier tier) {
    return finding.bands[static_cast<std::size_t>(tier)];
}

std::optional<Tier> tier_of(const Finding& finding, base::Money sum) {
    for (const Tier tier : discretion::tiers)
        if (band_of(finding, tier) && band_of(finding, tier)->contains(sum)) return tier;
    return std::nullopt;
}

// How far this finding can serve as the replay of the case, but for the sum.
std::optional<Replay> stands_apart(const PastDecision& past, const Finding& finding) {
    if (past.is_combined) return Replay::combined;
    const bool other_text = !past.law.empty() && finding.version != nullptr &&
                            finding.catalogue->statutes()[finding.version->statute].code != past.law;
    if (other_text) return Replay::law_version;
    if (past.is_penalty && spares(finding)) return Replay::other_outcome;
    if (!past.is_penalty && !spares(finding) && !may_spare(finding)) return Replay::other_outcome;
    return std::nullopt;
}

Replay replay_of(const PastDecision& past, const Finding& finding) {
    if (const auto apart = stands_apart(past, finding)) return *apart;
    if (!past.is_penalty) return Replay::reproduced;
    const std::string_view verdict =
        finding.verdict ? finding.verdict->result : std::string_view("no_fine_chosen");
    if (verdict == "outside_law") return Replay::outside_range;
    if (verdict != "other_tier") return Replay::reproduced;
    return past.has_reason ? Replay::reasoned_deviation : Replay::unreasoned_deviation;
}

// 推演口径: a sum that stands a third of the way up its band stands a third of the way up the other one.
// Whole fen, rounded down, never out of the band.
base::Money same_place(const Band& from, base::Money sum, const Band& to) {
    const auto span = [](const Band& band) {
        return static_cast<discretion::Wide>((band.max - band.min).in_fen());
    };
    const discretion::Wide up = (sum - from.min).in_fen();
    const discretion::Wide moved = span(from) == 0 ? 0 : up * span(to) / span(from);
    base::Money place = to.min + base::Money::fen(static_cast<std::int64_t>(moved));
    if (!to.max_incl && place == to.max) place = place - base::Money::fen(1);
    if (!to.min_incl && place == to.min) place = place + base::Money::fen(1);
    return place;
}

bool opens(const Finding& finding, Tier tier) {
    return finding.allowed_tiers.has(tier) || finding.allowed_with_approval.has(tier);
}

// The tier under the draft: a case at the tier recommended to it stays so, another keeps its own unless the
// draft shuts what was open. A decision that had left its tiers is taken to leave them again.
std::optional<Tier> tier_under_draft(Tier was, const Finding& now, const Finding& draft) {
    const bool keeps = was != now.recommended_tier && (opens(draft, was) || !opens(now, was));
    const auto tier = keeps ? std::optional(was) : draft.recommended_tier;
    return tier && band_of(draft, *tier) ? tier : std::nullopt;
}

Change change_between(base::Money before, base::Money after) {
    if (after == before) return Change::same;
    return after > before ? Change::more : Change::less;
}

void set_unknown(Difference& difference, std::string why) {
    difference.change = Change::unknown;
    difference.expected = difference.decided;
    if (difference.why.empty()) difference.why = std::move(why);
}

// Who was spared: spared still, or fined at least the least of the tier the draft recommends. Who was spared
// against the table in force is taken to be spared again.
void follow_spared(Difference& difference, const Finding& now, const Finding& draft) {
    const bool was_open = spares(now) || may_spare(now);
    if (!was_open || spares(draft) || may_spare(draft)) return;
    const auto tier = draft.recommended_tier;
    if (!tier || !band_of(draft, *tier)) return set_unknown(difference, "草案之下不能确定罚款幅度");
    difference.draft_tier = tier;
    difference.expected = band_of(draft, *tier)->min;
    difference.change = Change::more;
}

void follow_fined(Difference& difference, const Finding& now, const Finding& draft) {
    if (spares(draft)) {
        difference.change = spares(now) ? Change::same : Change::exempt;
        difference.expected = spares(now) ? difference.decided : base::Money();
        return;
    }
    difference.tier = tier_of(now, difference.decided);
    if (!difference.tier) return set_unknown(difference, "原罚款不在现行基准的任何一档之内，不能换算");
    difference.draft_tier = tier_under_draft(*difference.tier, now, draft);
    if (!difference.draft_tier) return set_unknown(difference, "草案之下没有对应的档次");
    difference.expected = same_place(*band_of(now, *difference.tier), difference.decided,
                                     *band_of(draft, *difference.draft_tier));
    difference.change = may_spare(draft) && !may_spare(now)
                            ? Change::may_exempt
                            : change_between(difference.decided, difference.expected);
}

Difference unanswered(const PastDecision& past, const base::Error& error) {
    Difference difference{.replay = Replay::facts_missing, .change = Change::unknown};
    difference.decided = difference.expected = past.fine.value_or(base::Money());
    difference.why = error.message;
    return difference;
}

bool reaches(std::string_view id, std::string_view place) {
    if (id == "CN" || id == place) return true;
    if (id.size() != 6 || place.size() != 6) return id.size() != 6;  // a profile is for whoever tries it
    const std::size_t digits = id.ends_with("0000") ? 2 : id.ends_with("00") ? 4 : 6;
    return place.substr(0, digits) == id.substr(0, digits);
}

// The nearer a place, the more of its digits say something.
std::size_t nearness(std::string_view id) {
    if (id == "CN") return 0;
    if (id.size() != 6) return 7;
    return id.ends_with("0000") ? 2 : id.ends_with("00") ? 4 : 6;
}

}  // namespace

Chain with_draft(const Chain& chain, std::string_view place, const Jurisdiction& draft) {
    std::vector<const Jurisdiction*> places = chain.places();
    if (!reaches(draft.id, place)) return Chain(std::move(places));
    const auto held = std::ranges::find(places, draft.id, [](const Jurisdiction* row) { return row->id; });
    if (held != places.end()) {
        *held = &draft;
        return Chain(std::move(places));
    }
    const auto farther = std::ranges::find_if(
        places, [&](const Jurisdiction* row) { return nearness(row->id) < nearness(draft.id); });
    places.insert(farther, &draft);
    return Chain(std::move(places));
}

Difference compare(const PastDecision& past, const base::Result<Finding>& now,
                   const base::Result<Finding>& draft) {
    if (!now) return unanswered(past, now.error());
    if (!draft) return unanswered(past, draft.error());
    Difference difference{.replay = replay_of(past, *now)};
    difference.decided = difference.expected = past.fine.value_or(base::Money());
    if (difference.replay != Replay::reproduced) {
        difference.why = title_of(difference.replay);
        if (now->verdict && !now->verdict->note.empty() && past.is_penalty)
            difference.why += "：" + now->verdict->note;
    }
    if (past.is_combined)
        set_unknown(difference, {});
    else if (past.fine)
        follow_fined(difference, *now, *draft);
    else if (!past.is_penalty)
        follow_spared(difference, *now, *draft);
    else if (spares(*draft) && !spares(*now))
        difference.change = Change::exempt;
    return difference;
}

Difference compare(const PastDecision& past, const discretion::Catalogue& catalogue, const Draft& draft,
                   const discretion::Benchmarks& in_force) {
    const auto chain = catalogue.chain(past.request.jurisdiction, past.request.decision_on);
    if (!chain) return unanswered(past, chain.error());
    const Chain drafted = draft.rules ? with_draft(*chain, past.request.jurisdiction, *draft.rules) : *chain;
    const auto& benchmarks = draft.benchmarks ? *draft.benchmarks : in_force;
    return compare(past, discretion::decide(past.request, catalogue, *chain, in_force),
                   discretion::decide(past.request, catalogue, drafted, benchmarks));
}

}  // namespace simulation
