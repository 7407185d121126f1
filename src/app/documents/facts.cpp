#include "documents/facts.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "cases/case_facts.hpp"
#include "documents/list_numbers.hpp"

namespace documents {

namespace {

using base::List;
using base::Object;
using base::Value;
using casefile::Act;

// 行政处罚法 第四十六条: what was heard, seen or tested proves against every party of the file, and what was
// excluded against none.
constexpr auto proofs_for_all =
    std::to_array<std::string_view>({"onsite_check", "interview", "collect_evidence", "collect_e_data",
                                     "take_sample", "receive_test_result", "exclude_evidence"});

Value named(const Sources& sources, std::string_view id) {
    Object value{
        {"id",   id                        },
        {"name", sources.loaded.name_of(id)}
    };
    const casefile::Staff* staff = sources.loaded.person(id);
    if (staff && staff->certificate) value.set("certificate_no", staff->certificate->no);
    return value;
}

Value people(const Sources& sources, const std::vector<std::string>& ids) {
    List list;
    for (const auto& id : ids) list.push_back(named(sources, id));
    return list;
}

Value attachments(const Sources& sources, const Act& act) {
    List list;
    for (const auto& media : act.data.list("media")) {
        const std::string* id = media.as_string();
        const auto found = std::ranges::find_if(
            sources.evidence, [&](const ports::Evidence& item) { return id && item.id == *id; });
        if (found == sources.evidence.end()) continue;
        list.push_back(Object{
            {"id",   found->id  },
            {"no",   found->no  },
            {"name", found->name},
            {"kind", found->type},
            {"sm3",  found->sm3 }
        });
    }
    return list;
}

Value act_value(const Sources& sources, const Act& act) {
    return Object{
        {"n", act.n},
        {"type", act.type},
        {"at", act.at.str()},
        {"data", act.data},
        {"paper", act.paper.is_null() ? Value(Object()) : act.paper},
        {"by", people(sources, act.by)},
        {"approved_by", act.approved_by ? named(sources, *act.approved_by) : Value()},
        {"attachments", attachments(sources, act)}
    };
}

void set_if(Object& object, std::string_view name, std::string_view text) {
    if (!text.empty()) object.set(name, text);
}

Value agency_value(const ports::Agency& agency) {
    Object value = agency.details.object();
    value.set("name", agency.name);
    value.set("short_name", agency.short_name);
    if (!value.find("code")) value.set("code", agency.code);
    return value;
}

std::string_view kind_name(casefile::PartyKind kind) {
    switch (kind) {
        case casefile::PartyKind::person:
            return "person";
        case casefile::PartyKind::sole_trader:
            return "sole_trader";
        case casefile::PartyKind::organisation:
            return "organisation";
    }
    return "person";
}

Value party_value(const casefile::Party& party) {
    Object value = party.details.object();
    value.set("id", party.id);
    value.set("kind", kind_name(party.kind));
    value.set("name", party.name);
    set_if(value, "code", party.code);
    set_if(value, "id_no", party.id_no);
    set_if(value, "region", party.region);
    if (party.born) value.set("born", party.born->str());
    return value;
}

const casefile::Party& party_of(const Sources& sources) {
    const auto& parties = sources.loaded.state.matter().parties;
    if (sources.act.party)
        if (const auto found = std::ranges::find(parties, *sources.act.party, &casefile::Party::id);
            found != parties.end())
            return *found;
    return parties.front();
}

// Acts that count: accepted and not struck, oldest first.
std::vector<const Act*> standing_acts(const Sources& sources) {
    const procedure::Case& file = sources.loaded.state;
    std::vector<const Act*> acts;
    for (const auto& act : file.acts())
        if (!file.struck(act.n) && !is_about_another(act, sources.act)) acts.push_back(&act);
    return acts;
}

Value articles(const law::Statutes& statutes, const std::vector<law::Reference>& references) {
    List list;
    for (const law::Reference reference : references) {
        Object article{
            {"law",     statutes[reference.statute].short_title},
            {"article", int{reference.article}                 }
        };
        if (reference.paragraph > 0) article.set("paragraph", int{reference.paragraph});
        if (reference.item > 0) article.set("item", int{reference.item});
        list.push_back(std::move(article));
    }
    return list;
}

void add_articles(Object& value, const Sources& sources, const cases::CaseFacts& known) {
    const auto act_end = base::Date::parse(known.act_end);
    if (known.violations.empty() || !act_end) return;
    const discretion::Violation* violation = sources.office.discretion.find(known.violations.front());
    if (!violation) return;
    value.set("cause_found", violation->name);
    const law::Statutes& statutes = sources.office.discretion.statutes();
    for (const auto& version : violation->versions) {
        if (*act_end < version.from || (version.to && *version.to < *act_end)) continue;
        value.set("violated", articles(statutes, version.violated));
        value.set("penalty_basis", articles(statutes, version.penalty));
    }
}

// A case gets its number in the transaction that registers it; until then its first paper says so.
std::string case_no(const Sources& sources) {
    return sources.loaded.record.no.empty() ? "（登记时编号）" : sources.loaded.record.no;
}

Value case_value(const Sources& sources) {
    const cases::CaseFacts known = cases::facts_of(sources.loaded.state);
    Object value{
        {"no",        case_no(sources)                                                          },
        {"procedure", sources.loaded.state.track()                                              },
        {"unit_name", sources.unit_name.empty() ? sources.loaded.agency.name : sources.unit_name},
        {"cause",     known.cause                                                               }
    };
    set_if(value, "registered_on", known.registered_on);
    set_if(value, "found_on", known.found_on);
    set_if(value, "source", known.source);
    set_if(value, "filed_on", known.filed_on);
    set_if(value, "closed_on", known.closed_on);
    set_if(value, "goods_value", known.goods_value);
    set_if(value, "gains", known.gains);
    add_articles(value, sources, known);
    return value;
}

Value approvals(const std::vector<ports::Signature>& signatures) {
    List list;
    for (const auto& signature : signatures) {
        if (signature.step == "propose") continue;
        list.push_back(Object{
            {"role",    signature.step == "confirm" ? std::string("CONFIRMER") : signature.role},
            {"name",    signature.name                                                         },
            {"opinion", signature.opinion                                                      },
            {"at",      signature.at.str()                                                     }
        });
    }
    return list;
}

Value made_papers(const Sources& sources) {
    List list;
    for (const auto& row : sources.documents) {
        const auto& acts = sources.loaded.state.acts();
        const auto maker = std::ranges::find(acts, row.act_n, &Act::n);
        const bool is_of_another = maker != acts.end() && is_about_another(*maker, sources.act);
        if (row.status == "struck" || is_of_another) continue;
        list.push_back(Object{
            {"n",        row.act_n                                  },
            {"document", row.no                                     },
            {"number",   row.number                                 },
            {"title",    row.title                                  },
            {"made_on",  row.made_at.date().str()                   },
            {"part",     row.slot.starts_with('F') ? "side" : "main"},
            {"slot",     row.slot                                   }
        });
    }
    return list;
}

Value handlers(const Sources& sources) {
    const auto known = cases::facts_of(sources.loaded.state).handlers;
    return people(sources, known.empty() ? sources.act.by : known);
}

}  // namespace

bool is_about_another(const Act& act, const Act& of_paper) {
    const bool is_proof = std::ranges::find(proofs_for_all, act.type) != proofs_for_all.end();
    return !is_proof && of_paper.party && act.party && *act.party != *of_paper.party;
}

Value facts(const Sources& sources) {
    List acts;
    for (const Act* act : standing_acts(sources)) acts.push_back(act_value(sources, *act));
    List parties;
    for (const auto& party : sources.loaded.state.matter().parties) parties.push_back(party_value(party));
    Object names;
    for (const auto& staff : sources.loaded.state.matter().staff)
        names.set(staff.id, sources.loaded.name_of(staff.id));
    Object made{
        {"agency", agency_value(sources.loaded.agency)},
        {"people", std::move(names)},
        {"case", case_value(sources)},
        {"party", party_value(party_of(sources))},
        {"parties", std::move(parties)},
        {"handlers", handlers(sources)},
        {"act", act_value(sources, sources.act)},
        {"acts", std::move(acts)},
        {"approvals", approvals(sources.signatures)},
        {"documents", made_papers(sources)},
        {"discretion", sources.finding},
        {"today", sources.act.at.date().str()}
    };
    settle_list_numbers(made);
    return made;
}

Value served_paper(const Sources& sources) {
    const Value& data = sources.act.data;
    const auto number = data.integer("document");
    const auto of = data.integer("of");
    for (const auto& row : sources.documents) {
        if (!number || row.no != *number || (of && row.act_n != *of)) continue;
        return Object{
            {"document", row.no                  },
            {"title",    row.title               },
            {"number",   row.number              },
            {"made_on",  row.made_at.date().str()}
        };
    }
    return {};
}

}  // namespace documents
