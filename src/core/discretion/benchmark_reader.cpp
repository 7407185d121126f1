#include "discretion/benchmark_reader.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "discretion/row.hpp"

namespace discretion {

namespace {

using base::Result;
using base::Value;

Result<Scope> read_scope(const Value& row) {
    Scope scope{.violation = std::string(row.text("violation")), .field = std::string(row.text("field"))};
    if (!scope.violation.empty() && !scope.field.empty()) return bad_row("violation 和 field 只写一个");
    return scope;
}

Result<Benchmark::Ends> ends_of(const Value& pair, Benchmark::Unit unit) {
    if (unit == Benchmark::Unit::yuan) {
        const auto [min, max] = TRY(yuan_pair(pair));
        return Benchmark::Ends{min.in_fen(), max.in_fen()};
    }
    const auto [min, max] = TRY(decimal_pair(pair));
    return Benchmark::Ends{min.ten_thousandths, max.ten_thousandths};
}

Result<Benchmark::Unit> unit_of(const Value& row) {
    if (row.text("unit") == "yuan") return Benchmark::Unit::yuan;
    if (row.text("unit") == "times") return Benchmark::Unit::times;
    if (row.text("unit") == "share") return Benchmark::Unit::share;
    return bad_row("unit 应当是 yuan、times 或者 share");
}

Result<void> read_bands(const Value& bands, Benchmark& benchmark) {
    if (!bands.as_object()) return bad_row("缺少 bands");
    for (const auto& [word, pair] : bands.object()) {
        const auto tier = tier_of(word);
        if (!tier || *tier == Tier::none || *tier == Tier::exempt)
            return bad_row("bands 中不认识的阶次 " + word);
        benchmark.bands[static_cast<std::size_t>(*tier)] = TRY(ends_of(pair, benchmark.unit));
    }
    for (const Tier tier : {Tier::lenient, Tier::normal, Tier::aggravated})
        if (!benchmark.bands[static_cast<std::size_t>(tier)])
            return bad_row(fmt::format("bands 缺少{}", title_of(tier)));
    return {};
}

Result<FloorStep> read_step(const Value& row) {
    TRY(only_keys(row, {"violation", "field", "share", "yuan"}));
    FloorStep step{.scope = TRY(read_scope(row))};
    if (step.scope.is_everything() || row.has("share") == row.has("yuan"))
        return bad_row("ladder 的每一级写 violation 或者 field，以及 share 或者 yuan");
    if (row.has("share")) step.share = TRY(Decimal4::from(row["share"]));
    if (row.has("yuan")) step.sum = TRY(yuan(row["yuan"]));
    if (step.share && *step.share >= Decimal4{10'000}) return bad_row("减轻处罚的下限应当低于法定最低数");
    return step;
}

Result<Level> read_level(const Value& row, const Codes& codes) {
    TRY(only_keys(row, {"title", "when", "findings", "points"}));
    Level level{.title = TRY(required_text(row, "title"))};
    level.when = TRY(read_condition(row["when"], codes.facts));
    level.findings = TRY(codes.read(row, "findings"));
    const std::int64_t* points = row["points"].as_int();
    if (!points || *points < -1000 || *points > 1000) return bad_row("points 应当是整数");
    level.points = *points;
    return level;
}

Result<PointsRule::Place> read_place(const Value& row) {
    TRY(only_keys(row, {"score", "share"}));
    const std::int64_t* score = row["score"].as_int();
    if (!score) return bad_row("score 应当是整数");
    const Decimal4 share = TRY(Decimal4::from(row["share"]));
    if (share > Decimal4{10'000}) return bad_row("share 不得超过 1");
    return PointsRule::Place{*score, share};
}

}  // namespace

Result<std::vector<CircumstanceId>> Codes::read(const Value& row, std::string_view key) const {
    std::vector<CircumstanceId> ids;
    for (const std::string& code : TRY(texts(row, key))) {
        const auto id = circumstances.find(code);
        if (!id) return bad_row("不认识的情节 " + code);
        ids.push_back(*id);
    }
    return ids;
}

Result<Confidence> read_mark(const Value& row, std::string_view key) {
    const auto confidence = confidence_of(row.text(key));
    if (!confidence) return bad_row(fmt::format("{} 不明", key));
    return *confidence;
}

Result<Floor> read_floor(const Value& row) {
    TRY(only_keys(row, {"share", "source", "ladder"}));
    Floor floor{TRY(Decimal4::from(row["share"])), TRY(required_text(row, "source"))};
    if (floor.share >= Decimal4{10'000}) return bad_row("减轻处罚的下限应当低于法定最低数");
    for (const Value& step : row.list("ladder")) floor.ladder.push_back(TRY(read_step(step)));
    return floor;
}

Result<Benchmark> read_benchmark(const Value& row, const Codes& codes) {
    TRY(only_keys(row, {"violation", "field", "when", "limb", "unit", "bands", "source", "mark"}));
    Benchmark benchmark{.scope = TRY(read_scope(row))};
    if (benchmark.scope.is_everything()) return bad_row("裁量基准的一行应当写明 violation 或者 field");
    benchmark.when = TRY(read_condition(row["when"], codes.facts));
    const std::string_view limb = row.has("limb") ? row.text("limb") : "ordinary";
    if (limb != "ordinary" && limb != "serious") return bad_row("limb 应当是 ordinary 或者 serious");
    benchmark.is_serious = limb == "serious";
    benchmark.unit = TRY(unit_of(row));
    TRY(read_bands(row["bands"], benchmark));
    const bool of_field = benchmark.scope.violation.empty();
    if (of_field && benchmark.unit != Benchmark::Unit::share)
        return bad_row("按领域写的基准只能用 share（幅度的比例）");
    benchmark.source = TRY(required_text(row, "source"));
    benchmark.confidence = TRY(read_mark(row, "mark"));
    return benchmark;
}

Result<Criterion> read_criterion(const Value& row, const Codes& codes) {
    TRY(only_keys(row, {"notion", "title", "when", "findings", "source"}));
    Criterion criterion{.title = TRY(required_text(row, "title"))};
    const auto notion = codes.circumstances.find(row.text("notion"));
    if (!notion) return bad_row(fmt::format("不认识的情节 {}", row.text("notion")));
    criterion.notion = *notion;
    criterion.source = TRY(required_text(row, "source"));
    criterion.when = TRY(read_condition(row["when"], codes.facts));
    criterion.findings = TRY(codes.read(row, "findings"));
    if (criterion.when.is_empty() && criterion.findings.empty()) return bad_row("没有条件");
    return criterion;
}

Result<Dimension> read_dimension(const Value& row, const Codes& codes) {
    TRY(only_keys(row, {"code", "title", "source", "levels"}));
    Dimension dimension{.code = TRY(required_text(row, "code")), .title = TRY(required_text(row, "title"))};
    dimension.source = TRY(required_text(row, "source"));
    for (const Value& level : row.list("levels")) dimension.levels.push_back(TRY(read_level(level, codes)));
    if (dimension.levels.empty()) return bad_row(dimension.code + " 没有 levels");
    return dimension;
}

Result<PointsRule> read_points(const Value& row, const Codes& codes) {
    TRY(only_keys(row, {"source", "violations", "fields", "excludes", "places", "mark"}));
    PointsRule rule{.source = TRY(required_text(row, "source"))};
    for (const std::string& id : TRY(texts(row, "violations"))) rule.scopes.push_back({.violation = id});
    for (const std::string& field : TRY(texts(row, "fields"))) rule.scopes.push_back({.field = field});
    if (rule.scopes.empty()) return bad_row("积分规则没有写明适用的违法事项");
    rule.excludes = TRY(codes.read(row, "excludes"));
    rule.confidence = TRY(read_mark(row, "mark"));
    for (const Value& place : row.list("places")) rule.places.push_back(TRY(read_place(place)));
    const bool rises = std::ranges::is_sorted(rule.places, {}, &PointsRule::Place::score) &&
                       std::ranges::is_sorted(rule.places, {}, &PointsRule::Place::share);
    if (rule.places.empty() || !rises) return bad_row("places 应当按分值递增，比例不得下降");
    return rule;
}

}  // namespace discretion
