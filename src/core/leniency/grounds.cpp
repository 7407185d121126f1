#include "leniency/grounds.hpp"

#include <algorithm>
#include <array>

#include "discretion/condition.hpp"

namespace leniency {

namespace {

using discretion::Catalogue;
using discretion::CircumstanceId;
using discretion::Request;

class Reader {
  public:
    Reader(const Request& request, const Catalogue& catalogue) : request_(request), catalogue_(catalogue) {}

    // 首次违法 and 二年内首次 prove each other where a list asks for one of them.
    Condition condition(CircumstanceId id) const {
        const auto& known = catalogue_.circumstance();
        Standing standing = standing_of(id);
        const bool is_first = id == known.first_violation || id == known.first_violation_2y;
        if (is_first)
            standing = std::min(standing_of(known.first_violation), standing_of(known.first_violation_2y));
        return {catalogue_.circumstances()[id].code, catalogue_.circumstances()[id].title, standing};
    }

    Condition condition(const discretion::Comparison& comparison) const {
        const auto& fact = catalogue_.facts()[comparison.fact];
        const bool holds = discretion::holds(comparison, request_.facts) == discretion::Truth::yes;
        return {fact.name, fact.title, holds ? Standing::held : Standing::missing};
    }

    Ground ground(std::string effect, std::string title, std::string_view source,
                  const std::vector<CircumstanceId>& ids) const {
        Ground ground{.effect = std::move(effect), .title = std::move(title), .source = source};
        for (const CircumstanceId id : ids) ground.conditions.push_back(condition(id));
        return ground;
    }

  private:
    Standing standing_of(CircumstanceId id) const {
        for (const discretion::Claim& claim : request_.circumstances)
            if (claim.id == id) return claim.evidence.empty() ? Standing::without_evidence : Standing::held;
        return Standing::missing;
    }

    const Request& request_;
    const Catalogue& catalogue_;
};

// 行政处罚法 第三十三条; 市场监督管理行政处罚程序规定 第二十条第一款 lets the same three decline a filing.
void add_general(const Reader& reader, const Catalogue& catalogue, std::vector<Ground>& found) {
    const auto& known = catalogue.circumstance();
    const std::size_t before = found.size();
    found.push_back(reader.ground("no_penalty", "违法行为轻微并及时改正，没有造成危害后果",
                                  "行政处罚法 第三十三条第一款",
                                  {known.minor, known.corrected_in_time, known.no_harm}));
    found.push_back(reader.ground("may_no_penalty", "初次违法且危害后果轻微并及时改正",
                                  "行政处罚法 第三十三条第一款",
                                  {known.first_violation, known.minor_consequence, known.corrected_in_time}));
    found.push_back(reader.ground("no_penalty", "当事人有证据足以证明没有主观过错",
                                  "行政处罚法 第三十三条第二款", {known.no_fault_proved}));
    for (std::size_t i = before; i < found.size(); ++i) found[i].may_decline = true;
}

std::string effect_of(const discretion::Exemption& exemption) {
    using Effect = discretion::Exemption::Effect;
    if (exemption.effect == Effect::no_penalty) return "no_penalty";
    return exemption.effect == Effect::may_lenient ? "lenient" : "may_no_penalty";
}

void add_special(const Reader& reader, const Request& request, const Catalogue& catalogue,
                 std::vector<Ground>& found) {
    for (const discretion::Version& version : request.violation->versions) {
        const bool is_of_the_day =
            version.from <= request.act_end && (!version.to || request.act_end <= *version.to);
        if (!is_of_the_day) continue;
        for (const std::size_t place : version.exemptions) {
            const discretion::Exemption& exemption = catalogue.exemptions()[place];
            if (exemption.from > request.decision_on) continue;
            found.push_back(reader.ground(effect_of(exemption), "法律、法规的特别规定", exemption.source,
                                          exemption.conditions));
        }
    }
}

void add_lists(const Reader& reader, const Request& request, const discretion::Chain& chain,
               std::vector<Ground>& found) {
    for (const discretion::Jurisdiction* place : chain.places())
        for (const discretion::ExemptionList& list : place->lists) {
            if (!list.is_in_force(request.decision_on)) continue;
            for (const discretion::ListEntry& entry : list.entries) {
                if (entry.violation != request.violation->id) continue;
                Ground ground = reader.ground(std::string(discretion::word_of(list.effect)),
                                              list.title + "：" + entry.title, list.source, entry.findings);
                discretion::each_comparison(entry.when, [&](const discretion::Comparison& comparison) {
                    ground.conditions.push_back(reader.condition(comparison));
                });
                ground.is_complete = list.is_complete;
                found.push_back(std::move(ground));
            }
        }
}

// 行政处罚法 第三十二条: what the officers themselves have named, so that a lack of evidence is seen early.
void add_named(const Reader& reader, const Request& request, const Catalogue& catalogue,
               std::vector<Ground>& found) {
    for (const discretion::Claim& claim : request.circumstances) {
        const discretion::Circumstance& circumstance = catalogue.circumstances()[claim.id];
        const bool lightens = circumstance.force == discretion::Force::must_lenient ||
                              circumstance.force == discretion::Force::may_lenient;
        if (lightens)
            found.push_back(reader.ground("lenient", circumstance.title, circumstance.source, {claim.id}));
    }
}

std::string_view word_of(Standing standing) {
    static constexpr std::array<std::string_view, 3> words{"held", "without_evidence", "missing"};
    return words[static_cast<std::size_t>(standing)];
}

}  // namespace

bool Ground::holds() const {
    return std::ranges::all_of(conditions,
                               [](const Condition& one) { return one.standing == Standing::held; });
}

std::vector<Ground> grounds(const Request& request, const Catalogue& catalogue,
                            const discretion::Chain& chain) {
    const Reader reader(request, catalogue);
    std::vector<Ground> found;
    add_lists(reader, request, chain, found);
    add_special(reader, request, catalogue, found);
    add_general(reader, catalogue, found);
    add_named(reader, request, catalogue, found);
    return found;
}

base::Value to_value(const std::vector<Ground>& grounds) {
    base::List list;
    for (const Ground& ground : grounds) {
        base::List conditions;
        for (const Condition& one : ground.conditions)
            conditions.push_back(base::Object{
                {"code",     one.code             },
                {"title",    one.title            },
                {"standing", word_of(one.standing)}
            });
        list.push_back(base::Object{
            {"effect",      ground.effect        },
            {"title",       ground.title         },
            {"source",      ground.source        },
            {"holds",       ground.holds()       },
            {"complete",    ground.is_complete   },
            {"may_decline", ground.may_decline   },
            {"conditions",  std::move(conditions)}
        });
    }
    return list;
}

}  // namespace leniency
