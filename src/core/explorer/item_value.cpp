#include "explorer/item_value.hpp"

#include <algorithm>

#include "explorer/ranges.hpp"

namespace explorer {

namespace {

using base::List;
using base::Object;
using base::Value;
using discretion::Catalogue;

std::string_view field_title(const Index& index, std::string_view id) {
    const auto found = std::ranges::find(index.words().fields, id, &Field::id);
    return found == index.words().fields.end() ? id : std::string_view(found->title);
}

const discretion::Version* version_on(const discretion::Violation& violation, base::Date day) {
    const auto found = std::ranges::find_if(violation.versions, [&](const discretion::Version& version) {
        return version.from <= day && (!version.to || day <= *version.to);
    });
    return found == violation.versions.end() ? nullptr : &*found;
}

Value fine_value(const discretion::Fine& fine, const Catalogue& catalogue) {
    List brackets;
    for (const discretion::Bracket& bracket : fine.brackets) {
        const bool may = bracket.mode.value_or(fine.mode) == discretion::FineMode::may;
        brackets.push_back(Object{
            {"when", condition_words(bracket.when, catalogue)},
            {"range", range_words(bracket, catalogue)},
            {"mode", may ? "may" : "must"}
        });
    }
    Object object{
        {"brackets", std::move(brackets)}
    };
    if (fine.gate) object.set("gate", catalogue.facts()[*fine.gate].title);
    if (!fine.applies_if.is_empty()) object.set("applies_if", condition_words(fine.applies_if, catalogue));
    return object;
}

Value measures_value(const std::vector<discretion::Measure>& measures) {
    List list;
    for (const discretion::Measure& measure : measures)
        list.push_back(Object{
            {"kind", measure.kind                                              },
            {"mode", measure.mode == discretion::FineMode::may ? "may" : "must"}
        });
    return list;
}

Value confiscation_value(const discretion::Confiscation& confiscation) {
    List kinds;
    const auto add = [&](discretion::Due due, std::string_view kind) {
        if (due != discretion::Due::none) kinds.push_back(kind);
    };
    add(confiscation.illegal_gains, "confiscate_illegal_gains");
    add(confiscation.goods, "confiscate_goods");
    add(confiscation.tools, "confiscate_tools");
    add(confiscation.ad_fee, "confiscate_ad_fee");
    return kinds;
}

Value serious_value(const discretion::Serious& serious, const Catalogue& catalogue) {
    List facts;
    const auto add = [&](discretion::SeriousId id) {
        facts.push_back(Object{
            {"code",  catalogue.serious_facts()[id].code },
            {"title", catalogue.serious_facts()[id].title}
        });
    };
    Object object;
    if (serious.set) {
        const discretion::SeriousRule& set = catalogue.serious_rules()[*serious.set];
        std::string numbers;
        for (const discretion::Comparison& number : set.numbers) {
            const discretion::Condition one{.all = {number}, .any = {}};
            numbers += (numbers.empty() ? "" : "；") + condition_words(one, catalogue);
        }
        object.set("numbers", numbers);
        object.set("source", set.source);
        for (const discretion::SeriousId id : set.codes) add(id);
    }
    for (const discretion::SeriousId id : serious.conditions) add(id);
    object.set("facts", std::move(facts));
    if (serious.fine) object.set("fine", fine_value(*serious.fine, catalogue));
    object.set("measures", measures_value(serious.measures));
    return object;
}

Value exemptions_value(const discretion::Version& version, const Catalogue& catalogue) {
    constexpr std::string_view effects[] = {"no_penalty", "may_no_penalty", "may_lenient",
                                            "may_lenient_or_none"};
    List list;
    for (const std::size_t place : version.exemptions) {
        const discretion::Exemption& exemption = catalogue.exemptions()[place];
        List conditions;
        for (const discretion::CircumstanceId id : exemption.conditions)
            conditions.push_back(catalogue.circumstances()[id].title);
        list.push_back(Object{
            {"code",       exemption.code                                     },
            {"effect",     effects[static_cast<std::size_t>(exemption.effect)]},
            {"conditions", std::move(conditions)                              },
            {"source",     exemption.source                                   }
        });
    }
    return list;
}

Value police_value(const discretion::Version& version, const Catalogue& catalogue) {
    List list;
    for (const std::size_t place : version.police) {
        const discretion::PoliceRow& row = catalogue.police()[place];
        list.push_back(Object{
            {"crime", row.crime},
            {"article", row.article},
            {"when", row.when.is_empty() ? row.text : condition_words(row.when, catalogue)}
        });
    }
    return list;
}

// Entries of lists (免罚清单等) that name the item; what a place of example values lists is no law and only
// shown in its own answers.
Value lists_value(const discretion::Violation& violation, const Catalogue& catalogue) {
    List list;
    for (const discretion::Jurisdiction& place : catalogue.jurisdictions()) {
        if (place.is_example) continue;
        for (const discretion::ExemptionList& each : place.lists)
            for (const discretion::ListEntry& entry : each.entries) {
                if (entry.violation != violation.id) continue;
                List findings;
                for (const discretion::CircumstanceId id : entry.findings)
                    findings.push_back(catalogue.circumstances()[id].title);
                list.push_back(Object{
                    {"list", each.title},
                    {"source", each.source},
                    {"jurisdiction", place.name},
                    {"complete", each.is_complete},
                    {"title", entry.title},
                    {"when", condition_words(entry.when, catalogue)},
                    {"findings", std::move(findings)}
                });
            }
    }
    return list;
}

Value version_value(const discretion::Version& version, const Value& summary, const Catalogue& catalogue) {
    Object object = summary.object();
    if (version.fine) object.set("fine", fine_value(*version.fine, catalogue));
    if (version.serious) object.set("serious", serious_value(*version.serious, catalogue));
    object.set("measures", measures_value(version.measures));
    object.set("confiscation", confiscation_value(version.confiscation));
    object.set("exemptions", exemptions_value(version, catalogue));
    object.set("police", police_value(version, catalogue));
    return object;
}

}  // namespace

Value hits_value(const std::vector<Hit>& hits, const Index& index, base::Date today) {
    List list;
    for (const Hit& hit : hits) {
        const discretion::Violation& violation = index.catalogue().violations()[hit.item];
        const discretion::Version* version = version_on(violation, today);
        list.push_back(Object{
            {"id", violation.id},
            {"name", violation.name},
            {"field", violation.field},
            {"field_title", field_title(index, violation.field)},
            {"penalty", version ? Value(version->penalty_citation) : Value()},
            {"because", hit.because}
        });
    }
    return list;
}

Value item_value(const discretion::Violation& violation, const Index& index, const Value& summaries) {
    const Catalogue& catalogue = index.catalogue();
    const auto place = static_cast<std::size_t>(&violation - catalogue.violations().data());
    Object object = summaries.items()[place].object();
    List versions;
    for (std::size_t i = 0; i < violation.versions.size(); ++i)
        versions.push_back(
            version_value(violation.versions[i], object.find("versions")->items()[i], catalogue));
    object.set("versions", std::move(versions));
    object.set("field_title", field_title(index, violation.field));
    object.set("lists", lists_value(violation, catalogue));
    return object;
}

Value choices_value(const Index& index) {
    const Catalogue& catalogue = index.catalogue();
    List fields, places, lists, circumstances;
    for (const Field& field : index.words().fields) {
        const auto count =
            std::ranges::count(catalogue.violations(), field.id, &discretion::Violation::field);
        fields.push_back(Object{
            {"id",    field.id               },
            {"title", field.title            },
            {"count", static_cast<int>(count)}
        });
    }
    for (const discretion::Jurisdiction& place : catalogue.jurisdictions()) {
        places.push_back(Object{
            {"id",      place.id        },
            {"name",    place.name      },
            {"example", place.is_example}
        });
        for (const discretion::ExemptionList& list : place.lists)
            lists.push_back(Object{
                {"title",        list.title                           },
                {"source",       list.source                          },
                {"jurisdiction", place.name                           },
                {"complete",     list.is_complete                     },
                {"entries",      static_cast<int>(list.entries.size())}
            });
    }
    for (std::size_t i = 0; i < catalogue.circumstances().size(); ++i) {
        const auto& circumstance = catalogue.circumstances()[static_cast<discretion::CircumstanceId>(i)];
        circumstances.push_back(Object{
            {"code",  circumstance.code },
            {"title", circumstance.title}
        });
    }
    return Object{
        {"fields",        std::move(fields)       },
        {"jurisdictions", std::move(places)       },
        {"lists",         std::move(lists)        },
        {"circumstances", std::move(circumstances)}
    };
}

}  // namespace explorer
