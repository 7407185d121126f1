#include "explorer/scale.hpp"

#include <algorithm>
#include <set>

namespace explorer {

namespace {

using base::List;
using base::Object;
using base::Value;
using discretion::Catalogue;
using discretion::FactId;
using discretion::Finding;
using discretion::Request;

constexpr std::string_view supposed = "supposed";  // evidence of what the scale only supposes

std::vector<discretion::SeriousId> serious_codes(const discretion::Version& version,
                                                 const Catalogue& catalogue) {
    std::vector<discretion::SeriousId> codes;
    if (!version.serious) return codes;
    if (version.serious->set) codes = catalogue.serious_rules()[*version.serious->set].codes;
    codes.insert(codes.end(), version.serious->conditions.begin(), version.serious->conditions.end());
    return codes;
}

// The same request, supposing one limb: the range of that limb, if there is one.
std::optional<Finding> supposing(Request request, bool serious, const Finding& finding,
                                 const Catalogue& catalogue, const discretion::Benchmarks& benchmarks) {
    request.serious_facts.clear();
    request.proposed_fine.reset();
    if (serious)
        for (const discretion::SeriousId id : serious_codes(*finding.version, catalogue))
            request.serious_facts.push_back({.id = id, .evidence = {std::string(supposed)}});
    auto other = discretion::decide(request, catalogue, benchmarks);
    if (!other || other->is_serious != serious || !other->statutory) return {};
    return std::move(*other);
}

Value limb_value(const discretion::Statutory& range) {
    return Object{
        {"min", range.min.str()},
        {"max", range.max.str()}
    };
}

// The numbers a condition compares one fact with.
void add_steps(const discretion::Condition& condition, FactId fact, std::set<std::int64_t>& steps) {
    discretion::each_comparison(condition, [&](const discretion::Comparison& comparison) {
        if (comparison.fact == fact && comparison.test != discretion::Test::none)
            steps.insert(comparison.number);
    });
}

Value base_value(const discretion::Statutory& range, const Finding& finding) {
    const Catalogue& catalogue = *finding.catalogue;
    const FactId fact = *range.base;
    if (catalogue.facts()[fact].type != discretion::FactType::money) return {};
    std::set<std::int64_t> steps;
    const discretion::Version& version = *finding.version;
    for (const auto* fine : {version.fine ? &*version.fine : nullptr,
                             version.serious && version.serious->fine ? &*version.serious->fine : nullptr})
        if (fine)
            for (const discretion::Bracket& bracket : fine->brackets) add_steps(bracket.when, fact, steps);
    List step_list;
    for (const std::int64_t step : steps) step_list.push_back(base::Money::fen(step).str());
    return Object{
        {"name",  catalogue.facts()[fact].name },
        {"title", catalogue.facts()[fact].title},
        {"value", range.base_value.str()       },
        {"steps", std::move(step_list)         }
    };
}

// Sums from which an offence must be considered (行政处罚法 第二十七条); they count other facts than the
// fine.
Value referral_value(const Finding& finding) {
    const Catalogue& catalogue = *finding.catalogue;
    List list;
    for (const std::size_t place : finding.version->police) {
        const discretion::PoliceRow& row = catalogue.police()[place];
        discretion::each_comparison(row.when, [&](const discretion::Comparison& comparison) {
            if (catalogue.facts()[comparison.fact].type != discretion::FactType::money) return;
            list.push_back(Object{
                {"name",    catalogue.facts()[comparison.fact].name  },
                {"title",   catalogue.facts()[comparison.fact].title },
                {"at",      base::Money::fen(comparison.number).str()},
                {"crime",   row.crime                                },
                {"article", row.article                              }
            });
        });
    }
    return list;
}

// Every tier there is, the closed ones too: the line shows what the circumstances would have to change.
Value bands_value(const Finding& finding) {
    Object bands;
    for (const discretion::Tier tier : discretion::tiers)
        if (const auto& band = finding.bands[static_cast<std::size_t>(tier)])
            bands.set(discretion::word_of(tier), Object{
                                                     {"min", band->min.str()},
                                                     {"max", band->max.str()}
            });
    return bands;
}

Value scale_value(const Request& request, const Finding& finding, const discretion::Benchmarks& benchmarks) {
    if (!finding.version) return {};
    const Catalogue& catalogue = *finding.catalogue;
    Object scale;
    const auto set_limb = [&](std::string_view name, bool serious) {
        const auto other = supposing(request, serious, finding, catalogue, benchmarks);
        scale.set(name, other ? limb_value(*other->statutory) : Value());
    };
    set_limb("ordinary", false);
    set_limb("serious", true);
    scale.set("bands", bands_value(finding));
    scale.set("hearing", finding.procedure.hearing_limit.str());
    const bool has_base = finding.statutory && finding.statutory->base;
    scale.set("base", has_base ? base_value(*finding.statutory, finding) : Value());
    scale.set("referral", referral_value(finding));
    return scale;
}

}  // namespace

base::Result<Value> explore(const Value& body, const Catalogue& catalogue,
                            const discretion::Benchmarks& benchmarks) {
    const Request request = TRY(Request::from(body, catalogue));
    const auto finding = discretion::decide(request, catalogue, benchmarks);
    if (finding)
        return Object{
            {"finding", finding->to_value()},
            {"scale", scale_value(request, *finding, benchmarks)},
            {"needs", List{}}
        };
    if (finding.error().code != "fact_needed") return base::fail(finding.error());
    List needs;
    for (const std::string_view name : discretion::needed_facts(request, catalogue, benchmarks))
        needs.push_back(name);
    return Object{
        {"needs",  std::move(needs)       },
        {"detail", finding.error().message},
        {"basis",  finding.error().basis  }
    };
}

}  // namespace explorer
