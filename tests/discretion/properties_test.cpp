#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "json/json.hpp"
#include "loaded.hpp"

namespace discretion {

namespace {

using base::Money;

const char* const items[] = {"food.expired",         "quality.unsafe",   "quality.adulterated",
                             "drug.illegal-channel", "cosmetic.unfiled", "ct.ccc-uncertified",
                             "device.expired",       "food.unlicensed"};
const char* const lenient_codes[] = {"removed_harm", "coerced_or_tricked", "meritorious",
                                     "cooperates",   "hardship",           "secondary_role"};
const char* const heavy_codes[] = {"refused_order", "serious_harm", "incited_others",
                                   "emergency_measures_broken", "same_kind_within_1y"};
const char* const places[] = {
    "CN",           "990101",          "XX-northeast",         "XX-liaoning", "XX-liaoning-city",
    "XX-chongqing", "XX-heilongjiang", "XX-sichuan-chongqing", "XX-shanxi",   "XX-floor-0.1"};

base::Value request_value(const char* item, Money goods_value, const std::vector<std::string>& codes,
                          const char* place) {
    base::List circumstances;
    for (const std::string& code : codes)
        circumstances.push_back(base::Object{
            {"code",         code                },
            {"evidence_ids", base::List{"ZJ0001"}}
        });
    return base::Object{
        {"violation_id",  item                                                                    },
        {"jurisdiction",  place                                                                   },
        {"act_end",       "2026-03-01"                                                            },
        {"decision_on",   "2026-03-02"                                                            },
        {"actor",         base::Object{{"kind", "entity"}}                                        },
        {"facts",         base::Object{{"goods_value", goods_value.str()}, {"duration_months", 1}}},
        {"circumstances", std::move(circumstances)                                                }
    };
}

Request request_of(const char* item, Money goods_value, const std::vector<std::string>& codes,
                   const char* place = "CN") {
    return Request::from(request_value(item, goods_value, codes, place), loaded()).value();
}

const char* some_place() {
    return places[*rc::gen::inRange<std::size_t>(0, std::size(places))];
}

std::vector<std::string> some_codes() {
    std::vector<std::string> codes;
    for (const char* code : lenient_codes)
        if (*rc::gen::weightedElement<bool>({
                {3, false},
                {1, true }
        }))
            codes.push_back(code);
    for (const char* code : heavy_codes)
        if (*rc::gen::weightedElement<bool>({
                {3, false},
                {1, true }
        }))
            codes.push_back(code);
    return codes;
}

const char* some_item() {
    return items[*rc::gen::inRange<std::size_t>(0, std::size(items))];
}
Money some_money() {
    return Money::fen(*rc::gen::inRange<std::int64_t>(1, 20'000'000));
}
int rank(const Finding& finding) {
    return static_cast<int>(finding.recommended_tier.value());
}

}  // namespace

// A sum fits exactly when it lies in the band of a tier that is allowed.
RC_GTEST_PROP(Verdict, FitsExactlyInsideAnAllowedBand, ()) {
    Request request = request_of(some_item(), some_money(), some_codes(), some_place());
    const Finding plain = decide(request, loaded()).value();
    const Money max = plain.statutory->max;
    request.proposed_fine = Money::fen(*rc::gen::inRange<std::int64_t>(1, max.in_fen() + 1000));
    const Finding finding = decide(request, loaded()).value();
    const bool inside = std::ranges::any_of(tiers, [&](Tier tier) {
        const auto& band = finding.bands[static_cast<std::size_t>(tier)];
        return finding.allowed_tiers.has(tier) && band && band->contains(*request.proposed_fine);
    });
    RC_ASSERT((finding.verdict->result == "fits_tier") == inside);
}

// 从轻, 一般 and 从重 lie one above the other, inside the law, and every sum of the law lies in exactly one
// of them.
RC_GTEST_PROP(Bands, DivideTheRangeWithoutGapOrOverlap, ()) {
    const Finding finding = decide(request_of(some_item(), some_money(), {}, some_place()), loaded()).value();
    const Band lenient = *finding.bands[static_cast<std::size_t>(Tier::lenient)];
    const Band normal = *finding.bands[static_cast<std::size_t>(Tier::normal)];
    const Band aggravated = *finding.bands[static_cast<std::size_t>(Tier::aggravated)];
    RC_PRE(finding.statutory->min < finding.statutory->max);
    RC_ASSERT(lenient.min == finding.statutory->min && aggravated.max == finding.statutory->max);
    RC_ASSERT(lenient.max <= normal.max && normal.min <= aggravated.min);
    const auto span = finding.statutory->max.in_fen() - finding.statutory->min.in_fen();
    const Money sum =
        Money::fen(finding.statutory->min.in_fen() + *rc::gen::inRange<std::int64_t>(0, span + 1));
    const int fitting = lenient.contains(sum) + normal.contains(sum) + aggravated.contains(sum);
    RC_ASSERT(fitting == 1);
}

// One more ground for leniency never makes the recommended tier heavier.
RC_GTEST_PROP(Tiers, AreNeverRaisedByALenientGround, ()) {
    const char* item = some_item();
    const char* place = some_place();
    const Money goods_value = some_money();
    std::vector<std::string> codes = some_codes();
    const Finding before = decide(request_of(item, goods_value, codes, place), loaded()).value();
    codes.push_back(lenient_codes[*rc::gen::inRange<std::size_t>(0, std::size(lenient_codes))]);
    const Finding after = decide(request_of(item, goods_value, codes, place), loaded()).value();
    RC_ASSERT(rank(after) <= rank(before));
}

// One more ground against the party never makes the recommended tier lighter.
RC_GTEST_PROP(Tiers, AreNeverLoweredByAnAggravatingGround, ()) {
    const char* item = some_item();
    const char* place = some_place();
    const Money goods_value = some_money();
    std::vector<std::string> codes = some_codes();
    const Finding before = decide(request_of(item, goods_value, codes, place), loaded()).value();
    codes.push_back(heavy_codes[*rc::gen::inRange<std::size_t>(0, std::size(heavy_codes))]);
    const Finding after = decide(request_of(item, goods_value, codes, place), loaded()).value();
    RC_ASSERT(rank(after) >= rank(before));
}

// What a points rule proposes lies in the band it is said to lie in, and that tier is allowed.
RC_GTEST_PROP(Points, StayInsideAnAllowedBand, ()) {
    const Finding finding =
        decide(request_of(some_item(), some_money(), some_codes(), "XX-sichuan-chongqing"), loaded()).value();
    if (!finding.place) return;
    RC_ASSERT(finding.allowed_tiers.has(finding.place->tier));
    RC_ASSERT(finding.band()->contains(finding.place->sum));
}

// The order in which circumstances were written down decides nothing.
RC_GTEST_PROP(Decide, DoesNotDependOnTheOrderOfCircumstances, ()) {
    const char* item = some_item();
    const char* place = some_place();
    const Money goods_value = some_money();
    std::vector<std::string> codes = some_codes();
    const auto one = decide(request_of(item, goods_value, codes, place), loaded()).value().to_value();
    std::ranges::reverse(codes);
    const auto other = decide(request_of(item, goods_value, codes, place), loaded()).value().to_value();
    RC_ASSERT(json::write(one) == json::write(other));
}

// A rounded end never leaves the exact band: the bounds of the law hold to the fen.
RC_GTEST_PROP(Rounding, NeverLeavesTheRange, ()) {
    const Finding finding =
        decide(request_of(some_item(), some_money(), some_codes(), some_place()), loaded()).value();
    for (const Tier tier : {Tier::lenient, Tier::normal, Tier::aggravated}) {
        const Band& band = *finding.bands[static_cast<std::size_t>(tier)];
        RC_ASSERT(Exact::of(band.min) >= finding.statutory->exact_min ||
                  finding.statutory->min == finding.statutory->max);
        RC_ASSERT(Exact::of(band.max) <= finding.statutory->exact_max ||
                  finding.statutory->min == finding.statutory->max);
    }
}

// A new text of the law and a new edition of a table change nothing for a matter decided before them.
RC_GTEST_PROP(Replay, AnOldMatterKeepsItsAnswerWhenNewVersionsAreLoaded, ()) {
    static const Catalogue later = [] {
        Sources sources = Sources::read(catalogue::Files()).value();
        for (auto& [file, rows] : sources.violations)
            for (base::Value& row : *rows.as_list()) {
                base::List versions = row.list("versions");
                if (std::ranges::find(items, row.text("id")) == std::end(items)) continue;
                base::Object newer = versions.back().object();
                const std::string from = std::string(*newer.find("in_force")->items()[0].as_string());
                versions.back().as_object()->set("in_force", base::List{from, "2026-12-31"});
                newer.set("in_force", base::List{"2027-01-01", base::Value()});
                newer.erase("as_before");
                newer.set("fine", json::parse(R"({"mode":"must","brackets":[{"yuan":[1,2]}]})").value());
                versions.push_back(newer);
                row.as_object()->set("versions", versions);
            }
        for (const char* place : places)
            sources.jurisdictions.emplace_back(
                "later.yaml",
                json::parse(
                    std::string(R"({"id":")") + place +
                    R"(","name":"later","in_force":["2027-01-01",null],"floor":{"share":0.9,"source":"x"}})")
                    .value());
        std::erase_if(sources.jurisdictions, [](const auto& row) {
            return row.first == "later.yaml" &&
                   (row.second.text("id") == "CN" || row.second.text("id") == "990101");
        });
        return Catalogue::from(sources).value();
    }();
    const base::Value request = request_value(some_item(), some_money(), some_codes(), some_place());
    const base::Value before = answer_to(request, loaded());
    const base::Value after = answer_to(request, later);
    for (const char* key : {"outcome", "limb", "statutory", "allowed_tiers", "allowed_with_approval",
                            "recommended_tier", "bands", "band", "companions", "personal", "procedure",
                            "lists", "flags", "ignored", "place", "reasoning_text"})
        RC_ASSERT(json::write(after[key]) == json::write(before[key]));
}

}  // namespace discretion
