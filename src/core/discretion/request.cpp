#include "discretion/request.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace discretion {

namespace {

using base::Result;
using base::Value;
using Keys = std::initializer_list<std::string_view>;

std::unexpected<base::Error> wrong_type(std::string_view field, std::string_view wanted) {
    return base::fail("wrong_type", fmt::format("{} 应当是{}", field, wanted), {}, std::string(field));
}

Result<void> known_keys(const Value& value, std::string_view prefix, Keys keys) {
    for (const auto& [name, member] : value.object())
        if (std::ranges::find(keys, name) == keys.end())
            return base::fail("unknown_field", fmt::format("不认识的字段 {}", name), {},
                              fmt::format("{}{}", prefix, name));
    return {};
}

Result<void> known_keys_of_entries(const Value& list, std::string_view name, Keys keys) {
    for (std::size_t i = 0; i < list.items().size(); ++i)
        TRY(known_keys(list.items()[i], fmt::format("{}.{}.", name, i), keys));
    return {};
}

Result<void> known_facts(const Value& facts, const FactTable& table) {
    for (const auto& [name, value] : facts.object())
        if (!table.find(name))
            return base::fail("unknown_field", fmt::format("不认识的事实 {}", name), {}, "facts." + name);
    return {};
}

Result<void> check_keys(const Value& value, const Catalogue& catalogue) {
    TRY(known_keys(value, "",
                   {"id", "violation_id", "jurisdiction", "act_start", "act_end", "discovered_on",
                    "decision_on", "actor", "facts", "circumstances", "serious_facts", "other_provisions",
                    "proposed_fine", "mitigation_approved"}));
    TRY(known_keys(value["actor"], "actor.", {"kind", "age", "capacity"}));
    TRY(known_facts(value["facts"], catalogue.facts()));
    TRY(known_keys_of_entries(value["circumstances"], "circumstances",
                              {"code", "evidence_ids", "detail", "ref", "punished_separately"}));
    return known_keys_of_entries(value["serious_facts"], "serious_facts", {"code", "evidence_ids"});
}

Result<std::string> text(const Value& value, std::string_view field) {
    if (const std::string* text = value.as_string()) return *text;
    return wrong_type(field, "文字");
}

Result<base::Date> date(const Value& value, std::string_view field) {
    if (!value.as_string()) return wrong_type(field, "日期");
    const auto day = base::Date::parse(*value.as_string());
    if (!day) return base::fail("bad_date", day.error().message, {}, std::string(field));
    return *day;
}

Result<base::Money> money(const Value& value, std::string_view field) {
    std::string written;
    if (value.as_string())
        written = *value.as_string();
    else if (value.as_int())
        written = std::to_string(*value.as_int());
    else if (value.as_decimal())
        written = value.as_decimal()->text;
    else
        return wrong_type(field, "金额");
    const auto sum = base::Money::parse(written);
    if (!sum) return base::fail("bad_money", sum.error().message, {}, std::string(field));
    return *sum;
}

Result<bool> truth(const Value& value, std::string_view field) {
    if (const bool* truth = value.as_bool()) return *truth;
    return wrong_type(field, "是或者否（true、false）");
}

Result<const Violation*> violation(const Value& value, std::string_view field, const Catalogue& catalogue) {
    const std::string id = TRY(text(value, field));
    if (const Violation* found = catalogue.find(id)) return found;
    return base::fail("unknown_violation", fmt::format("违法事项目录中没有“{}”", id.substr(0, 80)), {},
                      std::string(field));
}

Result<void> read_dates(const Value& value, Request& request) {
    request.act_end = TRY(date(value["act_end"], "act_end"));
    request.act_start = request.act_end;
    if (value.has("act_start")) request.act_start = TRY(date(value["act_start"], "act_start"));
    request.decision_on = TRY(date(value["decision_on"], "decision_on"));
    if (value.has("discovered_on"))
        request.discovered_on = TRY(date(value["discovered_on"], "discovered_on"));
    const auto reversed = [](std::string_view field, std::string_view detail) {
        return base::fail("dates_reversed", std::string(detail), {}, std::string(field));
    };
    if (request.act_end < request.act_start) return reversed("act_start", "行为开始的日期晚于终了的日期");
    if (request.decision_on < request.act_end)
        return reversed("decision_on", "作出决定的日期早于行为终了的日期");
    if (!request.discovered_on) return {};
    if (*request.discovered_on < request.act_start)
        return reversed("discovered_on", "发现的日期早于行为开始的日期");
    if (request.decision_on < *request.discovered_on)
        return reversed("discovered_on", "发现的日期晚于作出决定的日期");
    return {};
}

Result<Actor> read_actor(const Value& value) {
    if (!value.as_object()) return wrong_type("actor", "对象，写明 kind");
    Actor actor;
    const std::string kind = TRY(text(value["kind"], "actor.kind"));
    if (kind == "individual_business")
        actor.kind = Actor::Kind::individual_business;
    else if (kind == "entity")
        actor.kind = Actor::Kind::entity;
    else if (kind != "natural")
        return wrong_type("actor.kind", " natural、individual_business 或者 entity");
    const bool is_person = actor.kind != Actor::Kind::entity;
    if (value.has("age")) {
        const std::int64_t* age = value["age"].as_int();
        if (!age || *age < 0 || *age > 150 || !is_person)
            return wrong_type("actor.age", "自然人行为时的周岁数");
        actor.age = static_cast<int>(*age);
    }
    if (!value.has("capacity")) return actor;
    const std::string capacity = TRY(text(value["capacity"], "actor.capacity"));
    if (capacity == "partial" && is_person)
        actor.capacity = Actor::Capacity::partial;
    else if (capacity == "none" && is_person)
        actor.capacity = Actor::Capacity::none;
    else if (capacity != "full")
        return wrong_type("actor.capacity", "自然人的 full、partial 或者 none");
    return actor;
}

Result<FactValue> read_fact(const Value& value, const FactName& fact, std::string_view field) {
    using State = FactValue::State;
    const bool is_number = fact.type == FactType::money || fact.type == FactType::count;
    if (is_number && value.as_string() && *value.as_string() == "none") return FactValue{State::none, 0};
    switch (fact.type) {
        case FactType::money:
            return FactValue{State::known, TRY(money(value, field)).in_fen()};
        case FactType::truth:
            return FactValue{State::known, TRY(truth(value, field)) ? 1 : 0};
        case FactType::count:
            if (!value.as_int() || *value.as_int() < 0 || *value.as_int() > 1'000'000'000'000)
                return wrong_type(field, "不小于零的整数");
            return FactValue{State::known, *value.as_int()};
        case FactType::choice:
            break;
    }
    const std::string chosen = TRY(text(value, field));
    const auto found = std::ranges::find(fact.choices, chosen);
    if (found == fact.choices.end()) return wrong_type(field, "规定的选项之一");
    return FactValue{State::known, found - fact.choices.begin()};
}

Result<Facts> read_facts(const Value& value, const Catalogue& catalogue) {
    const FactTable& table = catalogue.facts();
    Facts facts(table.size());
    if (value.is_null()) return facts;
    if (!value.as_object()) return wrong_type("facts", "对象");
    for (const auto& [name, member] : value.object()) {
        if (member.is_null()) continue;
        const FactId id = *table.find(name);
        facts.set(id, TRY(read_fact(member, table[id], "facts." + name)));
    }
    return facts;
}

Result<std::vector<std::string>> read_evidence(const Value& value, const std::string& field) {
    std::vector<std::string> evidence;
    if (value.is_null()) return evidence;
    if (!value.as_list()) return wrong_type(field, "证据编号的列表");
    for (const Value& id : value.items()) evidence.push_back(TRY(text(id, field)));
    return evidence;
}

std::unexpected<base::Error> unknown_circumstance(std::string_view code, const std::string& field) {
    return base::fail("unknown_circumstance", fmt::format("不认识的情节“{}”", code.substr(0, 80)), {}, field);
}

// A prefix such as "must_lenient:" says what the sender believes; the force itself comes from the catalogue.
Result<CircumstanceId> read_code(std::string_view written, const CircumstanceTable& table,
                                 const std::string& field) {
    const auto colon = written.find(':');
    const std::string_view code = colon == std::string_view::npos ? written : written.substr(colon + 1);
    const auto id = table.find(code);
    if (!id || table[*id].is_computed) return unknown_circumstance(written, field);
    if (colon == std::string_view::npos) return *id;
    const auto force = force_of(written.substr(0, colon));
    if (!force) return unknown_circumstance(written, field);
    if (*force != table[*id].force)
        return base::fail(
            "force_mismatch",
            fmt::format("情节“{}”的效力是 {}，不是 {}", code, word_of(table[*id].force), word_of(*force)),
            table[*id].source, field);
    return *id;
}

Result<Claim> read_circumstance(const Value& value, const std::string& place,
                                const CircumstanceTable& table) {
    if (!value.as_object()) return wrong_type(place, "对象");
    const std::string code = TRY(text(value["code"], place + ".code"));
    Claim claim{.id = TRY(read_code(code, table, place + ".code"))};
    claim.evidence = TRY(read_evidence(value["evidence_ids"], place + ".evidence_ids"));
    if (value.has("detail")) claim.detail = TRY(text(value["detail"], place + ".detail"));
    if (value.has("ref")) claim.ref = TRY(text(value["ref"], place + ".ref"));
    if (value.has("punished_separately"))
        claim.punished_separately = TRY(truth(value["punished_separately"], place + ".punished_separately"));
    const std::vector<std::string>& details = table[claim.id].details;
    const bool fits =
        claim.detail.empty() || details.empty() || std::ranges::find(details, claim.detail) != details.end();
    if (!fits) return wrong_type(place + ".detail", "规定的情形之一");
    return claim;
}

Result<Claim> read_serious_fact(const Value& value, const std::string& place, const Catalogue& catalogue) {
    if (!value.as_object()) return wrong_type(place, "对象");
    const std::string code = TRY(text(value["code"], place + ".code"));
    const auto id = catalogue.find_serious(code);
    if (!id) return unknown_circumstance(code, place + ".code");
    Claim claim{.id = *id};
    claim.evidence = TRY(read_evidence(value["evidence_ids"], place + ".evidence_ids"));
    return claim;
}

Result<void> read_claims(const Value& value, const Catalogue& catalogue, Request& request) {
    const auto is_list = [&](std::string_view name) { return !value.has(name) || value[name].as_list(); };
    for (const std::string_view name : {"circumstances", "serious_facts", "other_provisions"})
        if (!is_list(name)) return wrong_type(name, "列表");
    const base::List& circumstances = value.list("circumstances");
    for (std::size_t i = 0; i < circumstances.size(); ++i)
        request.circumstances.push_back(TRY(read_circumstance(
            circumstances[i], fmt::format("circumstances.{}", i), catalogue.circumstances())));
    const base::List& serious = value.list("serious_facts");
    for (std::size_t i = 0; i < serious.size(); ++i)
        request.serious_facts.push_back(
            TRY(read_serious_fact(serious[i], fmt::format("serious_facts.{}", i), catalogue)));
    const base::List& others = value.list("other_provisions");
    for (std::size_t i = 0; i < others.size(); ++i)
        request.other_provisions.push_back(
            TRY(violation(others[i], fmt::format("other_provisions.{}", i), catalogue)));
    return {};
}

}  // namespace

Result<Request> Request::from(const Value& value, const Catalogue& catalogue) {
    if (!value.as_object()) return base::fail("wrong_type", "请求应当是一个对象");
    TRY(check_keys(value, catalogue));
    Request request;
    if (value.has("id")) request.id = TRY(text(value["id"], "id"));
    request.violation = TRY(discretion::violation(value["violation_id"], "violation_id", catalogue));
    if (value.has("jurisdiction")) request.jurisdiction = TRY(text(value["jurisdiction"], "jurisdiction"));
    TRY(catalogue.chain(request.jurisdiction));
    TRY(read_dates(value, request));
    request.actor = TRY(read_actor(value["actor"]));
    request.facts = TRY(read_facts(value["facts"], catalogue));
    TRY(read_claims(value, catalogue, request));
    if (value.has("proposed_fine"))
        request.proposed_fine = TRY(money(value["proposed_fine"], "proposed_fine"));
    if (value.has("mitigation_approved"))
        request.mitigation_approved = TRY(truth(value["mitigation_approved"], "mitigation_approved"));
    return request;
}

}  // namespace discretion
