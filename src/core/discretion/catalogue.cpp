#include "discretion/catalogue.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "discretion/jurisdiction_reader.hpp"
#include "discretion/row.hpp"
#include "discretion/violation_reader.hpp"

namespace discretion {

using base::Result;
using base::Value;

// Fills a Catalogue file by file, keeping every fault it meets.
class Builder {
  public:
    Result<Catalogue> build(const Sources& sources);

  private:
    Result<void> read_serious(const Value& rows);
    void read_shared(const Sources& sources);
    void read_violations(std::string_view file, const Value& rows);
    void read_jurisdictions(const Sources& sources);
    void check_jurisdictions();
    void read_jumps(const Value& rows);
    void check_scope(const Jurisdiction& place, const Scope& scope);
    void check_above(const Jurisdiction& place);
    Result<void> find_known();

    Catalogue catalogue_;
    std::vector<std::string> police_ids_;
    std::vector<std::string> faults_;
};

namespace {

Result<FactId> known_fact(const FactTable& facts, std::string_view name) {
    const auto id = facts.find(name);
    if (!id) return bad_row(fmt::format("discretion/facts.yaml 缺少 {}", name));
    return *id;
}

Result<CircumstanceId> known_circumstance(const CircumstanceTable& table, std::string_view code) {
    const auto id = table.find(code);
    if (!id) return bad_row(fmt::format("discretion/circumstances.yaml 缺少 {}", code));
    return *id;
}

// "discretion/violations/food.yaml" → "food".
std::string field_of(std::string_view file) {
    const auto slash = file.rfind('/');
    const auto start = slash == std::string_view::npos ? 0 : slash + 1;
    return std::string(file.substr(start, file.rfind('.') - start));
}

}  // namespace

Result<void> Builder::read_serious(const Value& rows) {
    for (const Value& row : rows.list("facts"))
        catalogue_.serious_facts_.push_back(
            {TRY(required_text(row, "code")), TRY(required_text(row, "title")),
             std::string(row.text("source")), catalogue_.facts_.find(row.text("code"))});
    for (const Value& row : rows.list("sets")) {
        SeriousRule rule{.code = TRY(required_text(row, "code")),
                         .source = TRY(required_text(row, "source"))};
        rule.flag = "serious:" + rule.code;
        rule.effect_source = TRY(required_text(row, "effect_source"));
        rule.numbers = TRY(read_condition(row["numbers"], catalogue_.facts_)).all;
        for (const std::string& code : TRY(texts(row, "codes"))) {
            const auto id = catalogue_.find_serious(code);
            if (!id) return bad_row("不认识的情节严重事实 " + code);
            rule.codes.push_back(*id);
        }
        catalogue_.serious_rules_.push_back(std::move(rule));
    }
    if (catalogue_.serious_facts_.size() > circumstances_max) return bad_row("情节严重事实过多");
    return {};
}

void Builder::read_shared(const Sources& sources) {
    const auto keep = [&](std::string_view file, std::string_view row, const base::Error& error) {
        faults_.push_back(located(file, row, error));
    };
    for (const Value& row : sources.measures.items()) {
        const auto kind = required_text(row, "kind");
        const auto title = required_text(row, "title");
        if (kind && title)
            catalogue_.measures_.push_back({*kind, *title, row.truth("penalty")});
        else
            keep("discretion/measures.yaml", row.text("kind"), (kind ? title : kind).error());
    }
    for (const Value& row : sources.exemptions.items()) {
        auto exemption = read_exemption(row, catalogue_.statutes_, catalogue_.circumstances_);
        if (exemption)
            catalogue_.exemptions_.push_back(std::move(*exemption));
        else
            keep("discretion/exemptions.yaml", row.text("code"), exemption.error());
    }
    for (const Value& row : sources.police.items()) {
        auto police = read_police(row, catalogue_.facts_);
        police_ids_.emplace_back(row.text("id"));
        if (police)
            catalogue_.police_.push_back(std::move(*police));
        else
            keep("discretion/police.yaml", row.text("id"), police.error());
    }
    for (const Value& row : sources.personal.items()) {
        auto personal = read_personal(row, catalogue_);
        if (personal)
            catalogue_.personal_.emplace_back(row.text("id"), std::move(*personal));
        else
            keep("discretion/personal.yaml", row.text("id"), personal.error());
    }
}

void Builder::read_violations(std::string_view file, const Value& rows) {
    const References references{catalogue_.statutes_, catalogue_.facts_,    catalogue_.circumstances_,
                                catalogue_,           catalogue_.personal_, police_ids_};
    for (const Value& row : rows.items()) {
        auto violation = read_violation(row, references);
        if (!violation) {
            faults_.push_back(located(file, row.text("id"), violation.error()));
            continue;
        }
        violation->field = field_of(file);
        catalogue_.violations_.push_back(std::move(*violation));
    }
}

// Of two editions in force on a day the later speaks first, so they stand in that order.
void Builder::read_jurisdictions(const Sources& sources) {
    for (const auto& [file, row] : sources.jurisdictions) {
        auto place = read_jurisdiction(row, catalogue_.circumstances_, catalogue_.facts_);
        if (!place) {
            faults_.push_back(located(file, row.text("id"), place.error()));
            continue;
        }
        place->file = file;
        catalogue_.jurisdictions_.push_back(std::move(*place));
    }
    std::ranges::stable_sort(catalogue_.jurisdictions_, [](const Jurisdiction& a, const Jurisdiction& b) {
        return a.from && (!b.from || *a.from > *b.from);
    });
}

// Where the law itself makes a heavier fact lighter; the check proves that each of them is there.
void Builder::read_jumps(const Value& rows) {
    for (const Value& row : rows.items()) {
        DeclaredJump jump{std::string(row.text("violation")), std::string(row.text("fact")),
                          std::string(row.text("source"))};
        const bool is_fact = jump.fact == "serious" || catalogue_.facts_.find(jump.fact);
        if (!catalogue_.find(jump.violation) || !is_fact || jump.source.empty())
            faults_.push_back(
                fmt::format("discretion/jumps.yaml {}：违法事项、事实或者依据不明", jump.violation));
        catalogue_.jumps_.push_back(std::move(jump));
    }
}

void Builder::check_scope(const Jurisdiction& place, const Scope& scope) {
    const auto& violations = catalogue_.violations_;
    if (!scope.violation.empty() && !catalogue_.find(scope.violation))
        faults_.push_back(fmt::format("{} {}：不认识的违法事项 {}", place.file, place.id, scope.violation));
    if (!scope.field.empty() &&
        std::ranges::find(violations, scope.field, &Violation::field) == violations.end())
        faults_.push_back(fmt::format("{} {}：不认识的领域 {}", place.file, place.id, scope.field));
}

// A profile stands below another; a row that stands below itself would never end.
void Builder::check_above(const Jurisdiction& place) {
    std::string_view above = place.above;
    for (int steps = 0; !above.empty(); ++steps) {
        const auto found = std::ranges::find(catalogue_.jurisdictions_, above, &Jurisdiction::id);
        if (found == catalogue_.jurisdictions_.end() || steps > 8) {
            faults_.push_back(
                fmt::format("{} {}：上级 {} 不存在或者循环", place.file, place.id, place.above));
            return;
        }
        above = found->above;
    }
}

void Builder::check_jurisdictions() {
    for (const Jurisdiction& place : catalogue_.jurisdictions_) {
        check_above(place);
        for (const ForceRow& force : place.forces) check_scope(place, {.violation = force.violation});
        for (const ExemptionList& list : place.lists)
            for (const ListEntry& entry : list.entries) check_scope(place, {.violation = entry.violation});
        for (const Benchmark& benchmark : place.benchmarks) check_scope(place, benchmark.scope);
        if (place.floor)
            for (const FloorStep& step : place.floor->ladder) check_scope(place, step.scope);
        if (place.points)
            for (const Scope& scope : place.points->scopes) check_scope(place, scope);
    }
    if (std::ranges::find(catalogue_.jurisdictions_, "CN", &Jurisdiction::id) ==
        catalogue_.jurisdictions_.end())
        faults_.push_back("discretion/jurisdictions/：缺少全国的一行 CN");
}

Result<void> Builder::find_known() {
    const FactTable& f = catalogue_.facts_;
    catalogue_.known_facts_ = {TRY(known_fact(f, "actor")),
                               TRY(known_fact(f, "goods_value")),
                               TRY(known_fact(f, "illegal_gains")),
                               TRY(known_fact(f, "ad_fee")),
                               TRY(known_fact(f, "ad_fee_calculable")),
                               TRY(known_fact(f, "crime_suspected")),
                               TRY(known_fact(f, "life_health")),
                               TRY(known_fact(f, "finance")),
                               TRY(known_fact(f, "harm")),
                               TRY(known_fact(f, "accident_grade"))};
    const CircumstanceTable& c = catalogue_.circumstances_;
    catalogue_.known_circumstances_ = {TRY(known_circumstance(c, "minor")),
                                       TRY(known_circumstance(c, "corrected_in_time")),
                                       TRY(known_circumstance(c, "no_harm")),
                                       TRY(known_circumstance(c, "first_violation")),
                                       TRY(known_circumstance(c, "first_violation_2y")),
                                       TRY(known_circumstance(c, "minor_consequence")),
                                       TRY(known_circumstance(c, "no_fault_proved")),
                                       TRY(known_circumstance(c, "removed_harm")),
                                       TRY(known_circumstance(c, "harm_to_health")),
                                       TRY(known_circumstance(c, "under_14")),
                                       TRY(known_circumstance(c, "no_capacity")),
                                       TRY(known_circumstance(c, "age_14_17")),
                                       TRY(known_circumstance(c, "partial_capacity"))};
    return {};
}

Result<Catalogue> Builder::build(const Sources& sources) {
    catalogue_.statutes_ = TRY(law::Statutes::from(sources.statutes));
    catalogue_.facts_ = TRY(FactTable::from(sources.facts));
    catalogue_.circumstances_ = TRY(CircumstanceTable::from(sources.circumstances));
    TRY(find_known());
    const auto serious = read_serious(sources.serious);
    if (!serious) return bad_row("discretion/serious.yaml：" + serious.error().message);
    read_shared(sources);
    if (faults_.empty())
        for (const auto& [file, rows] : sources.violations) read_violations(file, rows);
    for (std::size_t i = 0; i < catalogue_.violations_.size(); ++i) {
        const std::string& id = catalogue_.violations_[i].id;
        if (!catalogue_.violation_places_.emplace(id, i).second)
            faults_.push_back("discretion/violations/ " + id + "：重复");
    }
    read_jurisdictions(sources);
    check_jurisdictions();
    read_jumps(sources.jumps);
    if (faults_.empty()) return std::move(catalogue_);
    std::string message;
    for (const std::string& fault : faults_) message += (message.empty() ? "" : "\n") + fault;
    return bad_row(message);
}

Result<Catalogue> Catalogue::from(const Sources& sources) {
    return Builder().build(sources);
}

const Violation* Catalogue::find(std::string_view violation_id) const {
    const auto found = violation_places_.find(violation_id);
    return found == violation_places_.end() ? nullptr : &violations_[found->second];
}

std::optional<SeriousId> Catalogue::find_serious(std::string_view code) const {
    const auto found = std::ranges::find(serious_facts_, code, &SeriousFact::code);
    if (found == serious_facts_.end()) return {};
    return static_cast<SeriousId>(found - serious_facts_.begin());
}

std::string_view Catalogue::title_of(std::string_view measure) const {
    const auto found = std::ranges::find(measures_, measure, &MeasureName::kind);
    return found == measures_.end() ? std::string_view() : found->title;
}

bool Catalogue::is_penalty(std::string_view measure) const {
    const auto found = std::ranges::find(measures_, measure, &MeasureName::kind);
    return found != measures_.end() && found->is_penalty;
}

namespace {

std::unexpected<base::Error> unknown_jurisdiction(std::string_view jurisdiction) {
    return base::fail(
        "unknown_jurisdiction",
        fmt::format("“{}”不是行政区划代码，也不是裁量基准目录中的名称", jurisdiction.substr(0, 40)), {},
        "jurisdiction");
}

// Without a day: the editions that have not ended.
bool speaks_on(const Jurisdiction& place, std::optional<base::Date> day) {
    return day ? place.is_in_force(*day) : !place.to;
}

}  // namespace

Result<Chain> Catalogue::chain(std::string_view jurisdiction) const {
    return chain_on(jurisdiction, {});
}

Result<Chain> Catalogue::chain(std::string_view jurisdiction, base::Date day) const {
    return chain_on(jurisdiction, day);
}

Result<Chain> Catalogue::chain_on(std::string_view jurisdiction, std::optional<base::Date> day) const {
    std::vector<const Jurisdiction*> places;
    std::string_view above;
    bool is_known = false;
    const auto add = [&](std::string_view id) {
        above = {};
        for (const Jurisdiction& place : jurisdictions_) {
            if (place.id != id) continue;
            is_known = true;
            if (above.empty()) above = place.above;
            if (speaks_on(place, day) && std::ranges::find(places, &place) == places.end())
                places.push_back(&place);
        }
    };
    add(jurisdiction);
    if (is_region_code(jurisdiction)) {
        is_known = true;
        for (const std::size_t digits : {4u, 2u}) {
            std::string id(jurisdiction.substr(0, digits));
            id.resize(jurisdiction.size(), '0');
            add(id);
        }
    }
    if (!is_known) return unknown_jurisdiction(jurisdiction);
    while (!above.empty()) add(std::string_view(above));
    add("CN");
    return Chain(std::move(places));
}

}  // namespace discretion
