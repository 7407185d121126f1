#include "discretion/jurisdiction_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "discretion/benchmark_reader.hpp"
#include "discretion/row.hpp"

namespace discretion {

namespace {

using base::Result;
using base::Value;

Result<Shares> read_shares(const Value& row) {
    TRY(only_keys(row, {"lenient_to", "aggravated_from", "source", "lenient_mark", "aggravated_mark"}));
    Shares shares{.lenient_to = TRY(Decimal4::from(row["lenient_to"])),
                  .aggravated_from = TRY(Decimal4::from(row["aggravated_from"])),
                  .source = TRY(required_text(row, "source"))};
    shares.lenient_confidence = TRY(read_mark(row, "lenient_mark"));
    shares.aggravated_confidence = TRY(read_mark(row, "aggravated_mark"));
    const bool ordered =
        shares.lenient_to < shares.aggravated_from && shares.aggravated_from <= Decimal4{10'000};
    if (!ordered) return bad_row("从轻、从重的分界应当递增且不超过 1");
    return shares;
}

Result<HearingRule> read_hearing(const Value& row) {
    TRY(only_keys(row, {"natural", "entity", "kinds", "source"}));
    return HearingRule{TRY(yuan(row["natural"])), TRY(yuan(row["entity"])), TRY(texts(row, "kinds")),
                       TRY(required_text(row, "source"))};
}

Result<SummaryRule> read_summary(const Value& row) {
    TRY(only_keys(row, {"natural", "entity", "source"}));
    return SummaryRule{TRY(yuan(row["natural"])), TRY(yuan(row["entity"])),
                       TRY(required_text(row, "source"))};
}

Result<ForceRow> read_force(const Value& row, const Codes& codes) {
    TRY(only_keys(row, {"violation", "when", "force", "from", "to", "source", "mark"}));
    ForceRow force{.violation = TRY(required_text(row, "violation"))};
    force.when = TRY(codes.read(row, "when"));
    const auto word = force_of(row.text("force"));
    if (!word || *word == Force::weight || *word == Force::finding || force.when.empty())
        return bad_row("force 或者 when 不明");
    force.force = *word;
    force.from = TRY(required_date(row, "from"));
    force.to = TRY(optional_date(row, "to"));
    force.source = TRY(required_text(row, "source"));
    force.confidence = TRY(read_mark(row, "mark"));
    return force;
}

Result<ListEntry> read_entry(const Value& row, const Codes& codes) {
    TRY(only_keys(row, {"item", "violation", "title", "when", "findings"}));
    ListEntry entry{.item = TRY(required_text(row, "item")),
                    .violation = TRY(required_text(row, "violation"))};
    entry.title = TRY(required_text(row, "title"));
    entry.when = TRY(read_condition(row["when"], codes.facts));
    entry.findings = TRY(codes.read(row, "findings"));
    if (entry.when.is_empty() && entry.findings.empty()) return bad_row(entry.item + " 没有条件");
    return entry;
}

Result<ListEffect> read_effect(const Value& row) {
    constexpr std::array effects{ListEffect::no_penalty, ListEffect::may_no_penalty, ListEffect::exempt,
                                 ListEffect::mitigated,  ListEffect::lenient,        ListEffect::no_coercion};
    if (!row.has("effect")) return ListEffect::may_no_penalty;
    for (const ListEffect effect : effects)
        if (word_of(effect) == row.text("effect")) return effect;
    return bad_row(fmt::format("不认识的清单效果 {}", row.text("effect")));
}

Result<ExemptionList> read_list(const Value& row, const Codes& codes) {
    TRY(only_keys(row, {"list", "title", "source", "from", "to", "complete", "effect", "must", "by_criteria",
                        "entries"}));
    ExemptionList list{.list = TRY(required_text(row, "list")), .title = TRY(required_text(row, "title"))};
    list.source = TRY(required_text(row, "source"));
    list.from = TRY(required_date(row, "from"));
    list.to = TRY(optional_date(row, "to"));
    list.is_complete = row.truth("complete");
    list.effect = TRY(read_effect(row));
    list.is_duty = row.truth("must");
    list.asks_for_criteria = row.truth("by_criteria");
    for (const Value& entry : row.list("entries")) {
        auto read = read_entry(entry, codes);
        if (!read) return bad_row(fmt::format("{}：{}", list.list, read.error().message));
        list.entries.push_back(std::move(*read));
    }
    return list;
}

Result<void> read_titles(const Value& titles, Jurisdiction& place) {
    if (titles.is_null()) return {};
    if (!titles.as_object()) return bad_row("tiers 应当写明各阶次的名称");
    for (const auto& [word, title] : titles.object()) {
        const auto tier = tier_of(word);
        if (!tier || !title.as_string()) return bad_row("tiers 中不认识的阶次 " + word);
        place.tier_titles[static_cast<std::size_t>(*tier)] = *title.as_string();
    }
    return {};
}

Result<void> read_edition(const Value& row, Jurisdiction& place) {
    place.above = row.text("above");
    place.note = row.text("note");
    if (!row.has("in_force")) return {};
    const auto day = [&](std::string_view path) {
        const std::string* text = row.at(path).as_string();
        return base::Date::parse(text ? *text : std::string());
    };
    place.from = TRY(day("in_force.0"));
    if (!row.at("in_force.1").is_null()) place.to = TRY(day("in_force.1"));
    if (place.to && *place.to < *place.from) return bad_row("in_force 的两个日期颠倒");
    return {};
}

// The general rules of a place: shares, floor, hearing, summary procedure.
Result<void> read_rules(const Value& row, Jurisdiction& place) {
    if (const bool* natural = row["individual_business_is_natural"].as_bool())
        place.individual_business_is_natural = *natural;
    if (row.has("shares")) place.shares = TRY(read_shares(row["shares"]));
    if (row.has("upper_limit_shares")) place.upper_limit_shares = TRY(read_shares(row["upper_limit_shares"]));
    if (row.has("floor")) place.floor = TRY(read_floor(row["floor"]));
    if (row.has("hearing")) place.hearing = TRY(read_hearing(row["hearing"]));
    if (row.has("summary")) place.summary = TRY(read_summary(row["summary"]));
    return {};
}

template <class T, class Read>
Result<void> read_rows(const Value& row, std::string_view key, const Codes& codes, Read read,
                       std::vector<T>& into) {
    if (row.has(key) && !row[key].as_list()) return bad_row(fmt::format("{} 应当是列表", key));
    std::string faults;
    std::size_t number = 0;
    for (const Value& one : row.list(key)) {
        ++number;
        auto result = read(one, codes);
        if (result)
            into.push_back(std::move(*result));
        else
            faults += fmt::format("{}{} 第{}行：{}", faults.empty() ? "" : "；", key, number,
                                  result.error().message);
    }
    if (!faults.empty()) return bad_row(faults);
    return {};
}

Result<void> read_tables(const Value& row, const Codes& codes, Jurisdiction& place) {
    TRY(read_rows(row, "forces", codes, read_force, place.forces));
    TRY(read_rows(row, "lists", codes, read_list, place.lists));
    TRY(read_rows(row, "benchmarks", codes, read_benchmark, place.benchmarks));
    TRY(read_rows(row, "criteria", codes, read_criterion, place.criteria));
    TRY(read_rows(row, "dimensions", codes, read_dimension, place.dimensions));
    if (row.has("points")) place.points = TRY(read_points(row["points"], codes));
    return {};
}

}  // namespace

Result<Jurisdiction> read_jurisdiction(const Value& row, const CircumstanceTable& circumstances,
                                       const FactTable& facts) {
    TRY(only_keys(row, {"id", "name", "example", "note", "above", "in_force", "tiers",
                        "individual_business_is_natural", "shares", "upper_limit_shares", "floor", "hearing",
                        "summary", "forces", "lists", "benchmarks", "criteria", "dimensions", "points"}));
    Jurisdiction place{.id = TRY(required_text(row, "id")), .name = TRY(required_text(row, "name"))};
    place.is_example = row.truth("example");
    TRY(read_edition(row, place));
    TRY(read_titles(row["tiers"], place));
    TRY(read_rules(row, place));
    TRY(read_tables(row, {circumstances, facts}, place));
    const bool is_whole =
        place.shares && place.hearing && place.summary && place.individual_business_is_natural;
    if (place.id == "CN" && (!is_whole || place.from))
        return bad_row("全国的一行缺少分界、听证数额或者简易程序数额，或者写了施行期间");
    return place;
}

bool is_region_code(std::string_view code) {
    constexpr std::string_view provinces =
        "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 "
        "82 99";
    if (code.size() != 6 || code.find_first_not_of("0123456789") != std::string_view::npos) return false;
    for (std::size_t i = 0; i + 2 <= provinces.size(); i += 3)
        if (provinces.substr(i, 2) == code.substr(0, 2)) return true;
    return false;
}

}  // namespace discretion
