#include "discretion/catalogue.hpp"

namespace discretion {

namespace {

using base::List;
using base::Object;
using base::Value;

void add_facts(const Fine& fine, FactSet& facts) {
    const auto add = [&](const Comparison& comparison) { facts.set(comparison.fact); };
    if (fine.gate) facts.set(*fine.gate);
    each_comparison(fine.applies_if, add);
    for (const Bracket& bracket : fine.brackets) {
        each_comparison(bracket.when, add);
        if (bracket.is_multiple) facts.set(bracket.base);
    }
}

Value asked_facts(const Version& version, const Catalogue& catalogue) {
    FactSet facts;
    if (version.fine) add_facts(*version.fine, facts);
    if (version.serious && version.serious->fine) add_facts(*version.serious->fine, facts);
    facts.reset(catalogue.fact().actor);
    List list;
    for (std::size_t i = 0; i < catalogue.facts().size(); ++i) {
        const FactName& fact = catalogue.facts()[static_cast<FactId>(i)];
        if (facts.test(i))
            list.push_back(Object{
                {"name",  fact.name                                                       },
                {"title", fact.title                                                      },
                {"type",  fact.type == FactType::money   ? "money"
                         : fact.type == FactType::truth ? "truth"
                         : fact.type == FactType::count ? "count"
                                                        : "choice"}
            });
    }
    return list;
}

Value serious_facts(const Version& version, const Catalogue& catalogue) {
    List list;
    const auto add = [&](const std::vector<SeriousId>& codes) {
        for (const SeriousId id : codes)
            list.push_back(Object{
                {"code",  catalogue.serious_facts()[id].code },
                {"title", catalogue.serious_facts()[id].title}
            });
    };
    if (!version.serious) return list;
    if (version.serious->set) add(catalogue.serious_rules()[*version.serious->set].codes);
    add(version.serious->conditions);
    return list;
}

Value version_value(const Version& version, const Catalogue& catalogue) {
    const law::Statute& statute = catalogue.statutes()[version.statute];
    return Object{
        {"law", statute.code},
        {"law_title", statute.short_title},
        {"version_date", statute.version_date},
        {"from", version.from.str()},
        {"to", version.to ? Value(version.to->str()) : Value()},
        {"violated", version.violated_citation},
        {"penalty", version.penalty_citation},
        {"facts", asked_facts(version, catalogue)},
        {"serious_facts", serious_facts(version, catalogue)}
    };
}

}  // namespace

Value violations_to_value(const Catalogue& catalogue) {
    List rows;
    for (const Violation& violation : catalogue.violations()) {
        List keywords;
        for (const std::string& keyword : violation.keywords) keywords.push_back(keyword);
        List versions;
        for (const Version& version : violation.versions)
            versions.push_back(version_value(version, catalogue));
        rows.push_back(Object{
            {"id",       violation.id       },
            {"name",     violation.name     },
            {"field",    violation.field    },
            {"keywords", std::move(keywords)},
            {"versions", std::move(versions)}
        });
    }
    return rows;
}

}  // namespace discretion
