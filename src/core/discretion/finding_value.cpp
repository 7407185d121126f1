#include <fmt/format.h>

#include <algorithm>

#include "discretion/decide.hpp"

namespace discretion {

namespace {

using base::List;
using base::Object;
using base::Value;

Value optional_text(std::string_view text) {
    return text.empty() ? Value() : Value(text);
}

std::string_view word_of(Due due) {
    switch (due) {
        case Due::mandatory:
            return "mandatory";
        case Due::optional:
            return "optional";
        case Due::if_any:
            return "if_any";
        case Due::none:
            break;
    }
    return "none";
}

Value version_value(const Finding& finding) {
    if (!finding.version) return {};
    const law::Statute& statute = finding.catalogue->statutes()[finding.version->statute];
    return Object{
        {"law",          statute.code                                                     },
        {"version_date", statute.version_date                                             },
        {"from",         finding.version->from.str()                                      },
        {"to",           finding.version->to ? Value(finding.version->to->str()) : Value()},
        {"chosen",       word_of(finding.chosen)                                          }
    };
}

Value references(const Finding& finding, const std::vector<law::Reference>& list) {
    List rows;
    for (const law::Reference& reference : list) {
        Object row{
            {"law",     finding.catalogue->statutes()[reference.statute].code},
            {"article", static_cast<int>(reference.article)                  }
        };
        if (reference.paragraph) row.set("paragraph", static_cast<int>(reference.paragraph));
        if (reference.item) row.set("item", static_cast<int>(reference.item));
        rows.push_back(std::move(row));
    }
    return rows;
}

Value provision(const Finding& finding) {
    if (!finding.version) return {};
    return Object{
        {"violated", references(finding, finding.version->violated)},
        {"penalty",  references(finding, finding.version->penalty) }
    };
}

Value statutory_value(const Finding& finding) {
    const Statutory& range = *finding.statutory;
    Object object{
        {"min",  range.min.str()                             },
        {"max",  range.max.str()                             },
        {"unit", "yuan"                                      },
        {"mode", range.mode == FineMode::may ? "may" : "must"},
        {"kind", range.is_multiple ? "multiple" : "fixed"    }
    };
    if (range.base)
        object.set("base", Object{
                               {"name",       finding.catalogue->facts()[*range.base].name},
                               {"value",      range.base_value.str()                      },
                               {"counted_as", range.base_counted_as.str()                 }
        });
    if (range.is_multiple)
        object.set("times", Object{
                                {"min", range.least.str()},
                                {"max", range.most.str() }
        });
    if (range.cap) object.set("cap", range.cap->str());
    return object;
}

Value tier_list(TierSet set) {
    List list;
    for (const Tier tier : tiers)
        if (set.has(tier)) list.push_back(word_of(tier));
    return list;
}

Value band_value(const Band& band) {
    return Object{
        {"min",      band.min.str()},
        {"max",      band.max.str()},
        {"min_incl", band.min_incl },
        {"max_incl", band.max_incl }
    };
}

Value bands_value(const Finding& finding) {
    Object object;
    for (const Tier tier : tiers) {
        const auto& band = finding.bands[static_cast<std::size_t>(tier)];
        if (finding.allowed_tiers.has(tier) && band) object.set(word_of(tier), band_value(*band));
    }
    return object;
}

Value companions_value(const Finding& finding) {
    List rows;
    for (const Companion& companion : finding.companions) {
        Object row{
            {"kind", companion.kind         },
            {"mode", word_of(companion.mode)}
        };
        if (companion.amount) row.set("amount", companion.amount->str());
        if (companion.undetermined) row.set("state", "undetermined");
        if (!companion.choice.empty()) row.set("choice", companion.choice);
        row.set("basis", companion.basis);
        row.set("from", companion.from);
        rows.push_back(std::move(row));
    }
    return rows;
}

Value range_value(const std::pair<base::Money, base::Money>& range) {
    return Object{
        {"min", range.first.str() },
        {"max", range.second.str()}
    };
}

Value ban_value(const std::string& ban) {
    const bool is_number = !ban.empty() && ban.find_first_not_of("0123456789") == std::string::npos;
    return is_number ? Value(std::stoi(ban)) : Value(ban);
}

Value income_value(const Personal& rule, const Catalogue& catalogue) {
    Object object{
        {"base", catalogue.facts()[*rule.income].name}
    };
    if (rule.income_multiple) {
        object.set("min", rule.income_multiple->first.str());
        object.set("max", rule.income_multiple->second.str());
    }
    Object by_grade;
    for (const auto& [grade, times] : rule.by_grade) by_grade.set(grade, times.str());
    if (!by_grade.empty()) object.set("by_grade", std::move(by_grade));
    return object;
}

Value personal_value(const Finding& finding) {
    List rows;
    for (const PersonalPenalty& penalty : finding.personal) {
        const Personal& rule = *penalty.rule;
        Object row{
            {"who",  rule.who             },
            {"mode", word_of(penalty.mode)}
        };
        const auto& fine = penalty.serious && rule.serious_fine ? rule.serious_fine : rule.fine;
        if (fine) row.set("fine", range_value(*fine));
        if (rule.income) row.set("income_multiple", income_value(rule, *finding.catalogue));
        if (!rule.ban.empty()) row.set("ban", ban_value(rule.ban));
        if (!rule.detention.empty()) row.set("detention", rule.detention);
        if (rule.warning) row.set("warning", true);
        if (rule.confiscates_income) row.set("confiscates_income", true);
        if (rule.revokes_qualification) row.set("revokes_qualification", true);
        row.set("basis", penalty.basis);
        rows.push_back(std::move(row));
    }
    return rows;
}

Value texts_value(const std::vector<std::string_view>& texts) {
    List list;
    for (const std::string_view text : texts) list.push_back(text);
    return list;
}

Value procedure_value(const Procedure& procedure) {
    return Object{
        {"hearing",          Object{{"needed", procedure.hearing_needed},
                           {"by", optional_text(procedure.hearing_by)},
                           {"limit", procedure.hearing_limit.str()}}},
        {"legal_review",     texts_value(procedure.legal_review)                       },
        {"group_decision",   procedure.group_decision                                  },
        {"police_check",     procedure.police_check                                    },
        {"summary_possible", procedure.summary_possible                                }
    };
}

Value lists_value(const std::vector<ListLook>& lists) {
    List rows;
    for (const ListLook& look : lists)
        rows.push_back(Object{
            {"list",     look.list                },
            {"item",     look.item                },
            {"holds",    look.holds               },
            {"missing",  texts_value(look.missing)},
            {"complete", look.complete            },
            {"title",    look.title               },
            {"effect",   word_of(look.effect)     }
        });
    return rows;
}

Value ignored_value(const std::vector<Ignored>& ignored) {
    List rows;
    for (const Ignored& row : ignored)
        rows.push_back(Object{
            {"code", row.code},
            {"why",  row.why }
        });
    return rows;
}

Value verdict_value(const Verdict& verdict) {
    return Object{
        {"result", verdict.result                                        },
        {"tier",   verdict.tier ? Value(word_of(*verdict.tier)) : Value()},
        {"note",   verdict.note                                          }
    };
}

Value table_value(const TableUse& use) {
    return Object{
        {"id",      use.table->id        },
        {"title",   use.table->title     },
        {"version", use.table->version   },
        {"from",    use.table->from.str()},
        {"line",    use.row->line        }
    };
}

Value place_value(const PointsPlace& place) {
    if (!place.score)
        return Object{
            {"state",  "undetermined"          },
            {"needs",  texts_value(place.needs)},
            {"source", place.source            }
        };
    return Object{
        {"score",  *place.score       },
        {"share",  place.share.str()  },
        {"amount", place.sum.str()    },
        {"tier",   word_of(place.tier)},
        {"moved",  place.is_moved     },
        {"source", place.source       }
    };
}

}  // namespace

std::string_view word_of(Outcome outcome) {
    constexpr std::array<std::string_view, 8> words{"penalty",        "no_fine",     "no_penalty",
                                                    "may_no_penalty", "time_barred", "transfer_to_police",
                                                    "not_applicable", "undetermined"};
    return words[static_cast<std::size_t>(outcome)];
}

std::string_view word_of(Chosen chosen) {
    constexpr std::array<std::string_view, 3> words{"act_date", "newer_lighter", "older_kept"};
    return words[static_cast<std::size_t>(chosen)];
}

const std::optional<Band>& Finding::band() const {
    static const std::optional<Band> no_band;
    return recommended_tier ? bands[static_cast<std::size_t>(*recommended_tier)] : no_band;
}

bool Finding::has_flag(std::string_view flag) const {
    return std::ranges::find(flags, flag) != flags.end();
}

Value Finding::to_value() const {
    Object object;
    if (id) object.set("id", *id);
    object.set("outcome", word_of(outcome));
    if (outcome != Outcome::penalty) object.set("because", because);
    object.set("law_version", version_value(*this));
    object.set("provision", provision(*this));
    object.set("limb", is_serious ? "serious" : "ordinary");
    if (statutory) object.set("statutory", statutory_value(*this));
    object.set("allowed_tiers", tier_list(allowed_tiers));
    object.set("allowed_with_approval", tier_list(allowed_with_approval));
    object.set("recommended_tier", recommended_tier ? Value(word_of(*recommended_tier)) : Value());
    object.set("bands", bands_value(*this));
    object.set("band", band() ? band_value(*band()) : Value());
    if (table.table) object.set("benchmark", table_value(table));
    object.set("companions", companions_value(*this));
    object.set("personal", personal_value(*this));
    object.set("procedure", procedure_value(procedure));
    object.set("lists", lists_value(lists));
    object.set("flags", texts_value(flags));
    object.set("ignored", ignored_value(ignored));
    if (verdict) object.set("verdict", verdict_value(*verdict));
    if (place) object.set("place", place_value(*place));
    object.set("trace", trace.to_value());
    object.set("reasoning_text", reasoning_text(trace, *catalogue));
    const Reasons reasons = reasons_of(trace, *catalogue);
    object.set("reasons", Object{
                              {"facts", reasons.facts},
                              {"law",   reasons.law  },
                              {"tier",  reasons.tier }
    });
    return object;
}

}  // namespace discretion
