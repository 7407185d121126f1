#include "discretion/violation_reader.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "discretion/row.hpp"

namespace discretion {

namespace {

using base::Result;
using base::Value;

Result<FineMode> fine_mode(const Value& row, std::string_view key) {
    if (row.text(key) == "must") return FineMode::must;
    if (row.text(key) == "may") return FineMode::may;
    return bad_row(fmt::format("{} 应当是 must 或者 may", key));
}

Result<Due> due(const Value& row, std::string_view key) {
    if (!row.has(key)) return Due::none;
    if (row.text(key) == "if_any") return Due::if_any;
    if (row.text(key) == "optional") return Due::optional;
    if (row.text(key) == "mandatory") return Due::mandatory;
    return bad_row(fmt::format("{} 应当是 mandatory、optional 或者 if_any", key));
}

Result<std::optional<FactId>> fact(const Value& row, std::string_view key, const FactTable& facts) {
    if (!row.has(key)) return std::optional<FactId>();
    const auto id = facts.find(row.text(key));
    if (!id) return bad_row(fmt::format("{} 不认识的事实 {}", key, row.text(key)));
    return id;
}

Result<Bracket> read_bracket(const Value& row, const FactTable& facts) {
    TRY(only_keys(row, {"when", "yuan", "times", "of", "counted_at_least", "cap", "mode"}));
    Bracket bracket;
    if (row.has("when")) bracket.when = TRY(read_condition(row["when"], facts));
    if (row.has("mode")) bracket.mode = TRY(fine_mode(row, "mode"));
    if (row.has("counted_at_least")) bracket.base_floor = TRY(yuan(row["counted_at_least"]));
    if (row.has("cap")) bracket.cap = TRY(yuan(row["cap"]));
    bracket.is_multiple = row.has("times");
    if (bracket.is_multiple == row.has("yuan")) return bad_row("幅度应当写 yuan 或者 times 之一");
    if (!bracket.is_multiple) {
        std::tie(bracket.min, bracket.max) = TRY(yuan_pair(row["yuan"]));
        return bracket;
    }
    std::tie(bracket.least, bracket.most) = TRY(decimal_pair(row["times"]));
    const auto base = TRY(fact(row, "of", facts));
    if (!base || facts[*base].type != FactType::money) return bad_row("倍数的基数 of 应当是金额");
    bracket.base = *base;
    return bracket;
}

Result<Fine> read_fine(const Value& row, const FactTable& facts) {
    TRY(only_keys(row, {"mode", "gate", "applies_if", "brackets"}));
    Fine fine{.mode = TRY(fine_mode(row, "mode"))};
    fine.gate = TRY(fact(row, "gate", facts));
    if (row.has("applies_if")) fine.applies_if = TRY(read_condition(row["applies_if"], facts));
    for (const Value& bracket : row.list("brackets"))
        fine.brackets.push_back(TRY(read_bracket(bracket, facts)));
    if (fine.brackets.empty()) return bad_row("罚款没有幅度");
    return fine;
}

Result<Confiscation> read_confiscation(const Value& row, const FactTable& facts) {
    Confiscation confiscation;
    if (row.is_null()) return confiscation;
    TRY(only_keys(row, {"illegal_gains", "goods", "tools", "ad_fee", "gate"}));
    confiscation.illegal_gains = TRY(due(row, "illegal_gains"));
    confiscation.goods = TRY(due(row, "goods"));
    confiscation.tools = TRY(due(row, "tools"));
    confiscation.ad_fee = TRY(due(row, "ad_fee"));
    confiscation.gate = TRY(fact(row, "gate", facts));
    return confiscation;
}

Result<Measure> read_measure(const Value& row, const References& refs) {
    TRY(only_keys(row, {"kind", "mode", "when", "choice"}));
    Measure measure{.kind = TRY(required_text(row, "kind")), .mode = TRY(fine_mode(row, "mode"))};
    if (refs.catalogue.title_of(measure.kind).empty()) return bad_row("不认识的措施 " + measure.kind);
    measure.choice = row.text("choice");
    if (!row.has("when")) return measure;
    measure.when = refs.facts.find(row.text("when"));
    if (!measure.when) measure.when_serious = refs.catalogue.find_serious(row.text("when"));
    if (!measure.when && !measure.when_serious)
        return bad_row(fmt::format("措施的 when 不认识 {}", row.text("when")));
    return measure;
}

Result<std::vector<Measure>> read_measures(const Value& row, const References& refs) {
    std::vector<Measure> measures;
    for (const Value& measure : row.list("measures")) measures.push_back(TRY(read_measure(measure, refs)));
    return measures;
}

Result<Serious> read_serious(const Value& row, const References& refs) {
    TRY(only_keys(row, {"set", "conditions", "aggravates", "fine", "confiscate", "measures", "multiplier",
                        "by_reference"}));
    Serious serious{.aggravates = row.truth("aggravates")};
    if (row.has("set")) {
        const auto& sets = refs.catalogue.serious_rules();
        const auto set = std::ranges::find(sets, row.text("set"), &SeriousRule::code);
        if (set == sets.end()) return bad_row(fmt::format("不认识的情节严重条件 {}", row.text("set")));
        serious.set = static_cast<std::size_t>(set - sets.begin());
    }
    for (const std::string& code : TRY(texts(row, "conditions"))) {
        const auto id = refs.catalogue.find_serious(code);
        if (!id) return bad_row("不认识的情节严重事实 " + code);
        serious.conditions.push_back(*id);
    }
    if (!serious.set && serious.conditions.empty()) return bad_row("情节严重没有条件");
    if (row.has("fine")) serious.fine = TRY(read_fine(row["fine"], refs.facts));
    if (row.has("confiscate")) serious.confiscation = TRY(read_confiscation(row["confiscate"], refs.facts));
    if (row.has("multiplier")) serious.multiplier = TRY(decimal_pair(row["multiplier"]));
    for (const std::string& article : TRY(texts(row, "by_reference")))
        serious.by_reference.push_back(refs.statutes.citation(TRY(refs.statutes.reference(article))));
    serious.measures = TRY(read_measures(row, refs));
    return serious;
}

Result<std::vector<law::Reference>> read_references(const Value& row, std::string_view key,
                                                    const law::Statutes& statutes) {
    std::vector<law::Reference> references;
    for (const std::string& text : TRY(texts(row, key))) references.push_back(TRY(statutes.reference(text)));
    if (references.empty()) return bad_row(fmt::format("{} 没有条款", key));
    return references;
}

// "食品安全法 第三十四条第一款第（十）项、第三十五条": the name of a law is not repeated.
std::string joined(const std::vector<law::Reference>& references, const law::Statutes& statutes,
                   bool with_items) {
    std::string text;
    std::optional<std::uint16_t> last;
    for (law::Reference reference : references) {
        if (!with_items) reference.item = 0;
        std::string citation = statutes.citation(reference);
        if (last == reference.statute) citation.erase(0, statutes[reference.statute].short_title.size() + 1);
        if (text.ends_with(citation)) continue;
        if (last) text += "、";
        text += citation;
        last = reference.statute;
    }
    return text;
}

Result<std::size_t> place_of(std::string_view code, const std::vector<std::string>& codes,
                             std::string_view what) {
    const auto found = std::ranges::find(codes, code);
    if (found == codes.end()) return bad_row(fmt::format("不认识的{} {}", what, code));
    return static_cast<std::size_t>(found - codes.begin());
}

Result<void> read_rule(const Value& row, const References& refs, Version& version) {
    version.order = TRY(texts(row, "order"));
    for (const std::string& kind : version.order)
        if (refs.catalogue.title_of(kind).empty()) return bad_row("不认识的责令 " + kind);
    version.warning = TRY(due(row, "warning"));
    version.confiscation = TRY(read_confiscation(row["confiscate"], refs.facts));
    if (row.has("fine")) version.fine = TRY(read_fine(row["fine"], refs.facts));
    version.measures = TRY(read_measures(row, refs));
    if (row.has("serious")) version.serious = TRY(read_serious(row["serious"], refs));
    version.is_fallback = row.truth("fallback");
    for (const std::string& id : TRY(texts(row, "personal"))) {
        const auto found = std::ranges::find(refs.personal, id, &std::pair<std::string, Personal>::first);
        if (found == refs.personal.end()) return bad_row("不认识的个人处罚 " + id);
        version.personal.push_back(found->second);
    }
    for (const std::string& code : TRY(texts(row, "exemptions"))) {
        const auto& exemptions = refs.catalogue.exemptions();
        const auto found = std::ranges::find(exemptions, code, &Exemption::code);
        if (found == exemptions.end()) return bad_row("不认识的免责条款 " + code);
        version.exemptions.push_back(static_cast<std::size_t>(found - exemptions.begin()));
    }
    for (const std::string& id : TRY(texts(row, "police")))
        version.police.push_back(TRY(place_of(id, refs.police, "移送条款")));
    return {};
}

// 食品安全法 第一百二十七条: the penalties of articles 122 to 126 for small workshops and vendors are the
// provinces' to fix.
bool is_for_small_makers(const Version& version, const law::Statutes& statutes) {
    return std::ranges::any_of(version.penalty, [&](law::Reference reference) {
        const law::Statute& statute = statutes[reference.statute];
        return statute.family == "FSL" && reference.article >= 122 && reference.article <= 126;
    });
}

Result<Version> read_version(const Value& row, const References& refs, const Version* before) {
    TRY(only_keys(
        row, {"law", "in_force", "violated", "penalty", "as_before", "order", "warning", "confiscate", "fine",
              "measures", "serious", "personal", "exemptions", "police", "fallback"}));
    Version version;
    if (row.truth("as_before")) {
        if (!before) return bad_row("as_before 之前没有文本");
        version = *before;
    } else {
        TRY(read_rule(row, refs, version));
    }
    const auto statute = refs.statutes.place_of(row.text("law"));
    if (!statute) return bad_row(fmt::format("不认识的法律 {}", row.text("law")));
    version.statute = *statute;
    const auto from =
        base::Date::parse(row.at("in_force.0").as_string() ? *row.at("in_force.0").as_string() : "");
    if (!from) return bad_row("in_force：" + from.error().message);
    version.from = *from;
    version.to.reset();
    if (const std::string* to = row.at("in_force.1").as_string()) version.to = TRY(base::Date::parse(*to));
    version.violated = TRY(read_references(row, "violated", refs.statutes));
    version.penalty = TRY(read_references(row, "penalty", refs.statutes));
    version.violated_citation = joined(version.violated, refs.statutes, true);
    version.penalty_citation = joined(version.penalty, refs.statutes, true);
    version.article_citation = joined(version.penalty, refs.statutes, false);
    version.small_food_maker = is_for_small_makers(version, refs.statutes);
    return version;
}

}  // namespace

Result<Violation> read_violation(const Value& row, const References& refs) {
    TRY(only_keys(row, {"id", "name", "keywords", "versions"}));
    Violation violation{.id = TRY(required_text(row, "id")), .name = TRY(required_text(row, "name"))};
    violation.keywords = TRY(texts(row, "keywords"));
    for (const Value& version : row.list("versions")) {
        const Version* before = violation.versions.empty() ? nullptr : &violation.versions.back();
        auto read = read_version(version, refs, before);
        if (!read) return bad_row(fmt::format("{}：{}", version.text("law"), read.error().message));
        if (before && (!before->to || *before->to >= read->from))
            return bad_row(fmt::format("{}：施行期间与前一文本重叠", version.text("law")));
        violation.versions.push_back(std::move(*read));
    }
    if (violation.versions.empty()) return bad_row("没有任何文本");
    return violation;
}

Result<Exemption> read_exemption(const Value& row, const law::Statutes& statutes,
                                 const CircumstanceTable& circumstances) {
    TRY(only_keys(row, {"code", "effect", "conditions", "keeps", "reference", "source", "from", "exempts"}));
    Exemption exemption{.code = TRY(required_text(row, "code"))};
    const std::string effect = TRY(required_text(row, "effect"));
    if (effect == "no_penalty")
        exemption.effect = Exemption::Effect::no_penalty;
    else if (effect == "may_no_penalty")
        exemption.effect = Exemption::Effect::may_no_penalty;
    else if (effect == "may_lenient")
        exemption.effect = Exemption::Effect::may_lenient;
    else if (effect == "may_lenient_or_none")
        exemption.effect = Exemption::Effect::may_lenient_or_none;
    else
        return bad_row("不认识的效果 " + effect);
    exemption.keeps = TRY(texts(row, "keeps"));
    exemption.exempts = row.truth("exempts");
    for (const std::string& code : TRY(texts(row, "conditions"))) {
        const auto id = circumstances.find(code);
        if (!id) return bad_row("不认识的情节 " + code);
        exemption.conditions.push_back(*id);
    }
    if (exemption.conditions.empty()) return bad_row("没有条件");
    if (!row.has("reference")) {
        exemption.source = TRY(required_text(row, "source"));
        exemption.from = TRY(required_date(row, "from"));
        return exemption;
    }
    exemption.reference = TRY(statutes.reference(row.text("reference")));
    exemption.source = statutes.citation(exemption.reference);
    exemption.from = statutes[exemption.reference.statute].from;
    return exemption;
}

Result<PoliceRow> read_police(const Value& row, const FactTable& facts) {
    TRY(only_keys(row, {"id", "crime", "article", "effect", "when", "text", "numbers"}));
    PoliceRow police{.crime = TRY(required_text(row, "crime")),
                     .article = TRY(required_text(row, "article"))};
    if (row.has("when")) police.when = TRY(read_condition(row["when"], facts));
    police.text = row.text("text");
    police.transfers = row.text("effect") == "transfer";
    if (!police.transfers && row.text("effect") != "check")
        return bad_row("effect 应当是 transfer 或者 check");
    return police;
}

Result<Personal> read_personal(const Value& row, const Catalogue& catalogue) {
    TRY(only_keys(row,
                  {"id", "who", "when", "any", "mode", "fine", "serious_fine", "income", "times", "by_grade",
                   "ban", "detention", "warning", "confiscates_income", "revokes_qualification", "source"}));
    Personal personal{.who = TRY(required_text(row, "who"))};
    const std::string when = TRY(required_text(row, "when"));
    if (when == "always")
        personal.when = Personal::When::always;
    else if (when == "serious")
        personal.when = Personal::When::serious;
    else if (when == "responsible")
        personal.when = Personal::When::responsible;
    else if (when == "entity_and_any")
        personal.when = Personal::When::entity_and_any;
    else
        return bad_row("when 不明");
    for (const std::string& code : TRY(texts(row, "any"))) {
        const auto circumstance = catalogue.circumstances().find(code);
        const auto serious = catalogue.find_serious(code);
        if (!circumstance && !serious) return bad_row("不认识的情节 " + code);
        if (circumstance)
            personal.circumstances.push_back(*circumstance);
        else
            personal.serious.push_back(*serious);
    }
    if (row.has("mode")) personal.mode = TRY(fine_mode(row, "mode"));
    if (row.has("fine")) personal.fine = TRY(yuan_pair(row["fine"]));
    if (row.has("serious_fine")) personal.serious_fine = TRY(yuan_pair(row["serious_fine"]));
    personal.income = TRY(fact(row, "income", catalogue.facts()));
    if (row.has("times")) personal.income_multiple = TRY(decimal_pair(row["times"]));
    for (const auto& [grade, times] : row["by_grade"].object())
        personal.by_grade.emplace_back(grade, TRY(Decimal4::from(times)));
    personal.ban = row.text("ban");
    personal.detention = row.text("detention");
    personal.warning = row.truth("warning");
    personal.confiscates_income = row.truth("confiscates_income");
    personal.revokes_qualification = row.truth("revokes_qualification");
    if (row.has("source"))
        personal.source =
            catalogue.statutes().citation(TRY(catalogue.statutes().reference(row.text("source"))));
    return personal;
}

}  // namespace discretion
