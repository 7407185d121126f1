#include "discretion/jurisdiction_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "discretion/row.hpp"

namespace discretion {

namespace {

using base::Result;
using base::Value;

Result<Confidence> mark(const Value& row, std::string_view key) {
    const auto confidence = confidence_of(row.text(key));
    if (!confidence) return bad_row(fmt::format("{} 不明", key));
    return *confidence;
}

Result<std::vector<CircumstanceId>> codes(const Value& row, std::string_view key,
                                          const CircumstanceTable& table) {
    std::vector<CircumstanceId> ids;
    for (const std::string& code : TRY(texts(row, key))) {
        const auto id = table.find(code);
        if (!id) return bad_row("不认识的情节 " + code);
        ids.push_back(*id);
    }
    return ids;
}

Result<Shares> read_shares(const Value& row) {
    TRY(only_keys(row, {"lenient_to", "aggravated_from", "source", "lenient_mark", "aggravated_mark"}));
    Shares shares{.lenient_to = TRY(Decimal4::from(row["lenient_to"])),
                  .aggravated_from = TRY(Decimal4::from(row["aggravated_from"])),
                  .source = TRY(required_text(row, "source"))};
    shares.lenient_confidence = TRY(mark(row, "lenient_mark"));
    shares.aggravated_confidence = TRY(mark(row, "aggravated_mark"));
    const bool ordered =
        shares.lenient_to < shares.aggravated_from && shares.aggravated_from <= Decimal4{10'000};
    if (!ordered) return bad_row("从轻、从重的分界应当递增且不超过 1");
    return shares;
}

Result<Floor> read_floor(const Value& row) {
    TRY(only_keys(row, {"share", "source"}));
    const Floor floor{TRY(Decimal4::from(row["share"])), TRY(required_text(row, "source"))};
    if (floor.share >= Decimal4{10'000}) return bad_row("减轻处罚的下限应当低于法定最低数");
    return floor;
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

Result<ForceRow> read_force(const Value& row, const CircumstanceTable& circumstances) {
    TRY(only_keys(row, {"violation", "when", "force", "from", "to", "source", "mark"}));
    ForceRow force{.violation = TRY(required_text(row, "violation"))};
    force.when = TRY(codes(row, "when", circumstances));
    const auto word = force_of(row.text("force"));
    if (!word || *word == Force::weight || *word == Force::finding || force.when.empty())
        return bad_row("force 或者 when 不明");
    force.force = *word;
    force.from = TRY(required_date(row, "from"));
    force.to = TRY(optional_date(row, "to"));
    force.source = TRY(required_text(row, "source"));
    force.confidence = TRY(mark(row, "mark"));
    return force;
}

Result<ListEntry> read_entry(const Value& row, const CircumstanceTable& circumstances,
                             const FactTable& facts) {
    TRY(only_keys(row, {"item", "violation", "title", "when", "findings"}));
    ListEntry entry{.item = TRY(required_text(row, "item")),
                    .violation = TRY(required_text(row, "violation"))};
    entry.title = TRY(required_text(row, "title"));
    entry.when = TRY(read_condition(row["when"], facts));
    entry.findings = TRY(codes(row, "findings", circumstances));
    return entry;
}

Result<ExemptionList> read_list(const Value& row, const CircumstanceTable& circumstances,
                                const FactTable& facts) {
    TRY(only_keys(row, {"list", "title", "source", "from", "complete", "entries"}));
    ExemptionList list{.list = TRY(required_text(row, "list")), .title = TRY(required_text(row, "title"))};
    list.source = TRY(required_text(row, "source"));
    list.from = TRY(required_date(row, "from"));
    list.is_complete = row.truth("complete");
    for (const Value& entry : row.list("entries"))
        list.entries.push_back(TRY(read_entry(entry, circumstances, facts)));
    return list;
}

}  // namespace

Result<Jurisdiction> read_jurisdiction(const Value& row, const CircumstanceTable& circumstances,
                                       const FactTable& facts) {
    TRY(only_keys(row, {"id", "name", "example", "individual_business_is_natural", "shares", "floor",
                        "hearing", "summary", "forces", "lists"}));
    Jurisdiction place{.id = TRY(required_text(row, "id")), .name = TRY(required_text(row, "name"))};
    place.is_example = row.truth("example");
    if (const bool* natural = row["individual_business_is_natural"].as_bool())
        place.individual_business_is_natural = *natural;
    if (row.has("shares")) place.shares = TRY(read_shares(row["shares"]));
    if (row.has("floor")) place.floor = TRY(read_floor(row["floor"]));
    if (row.has("hearing")) place.hearing = TRY(read_hearing(row["hearing"]));
    if (row.has("summary")) place.summary = TRY(read_summary(row["summary"]));
    for (const Value& force : row.list("forces"))
        place.forces.push_back(TRY(read_force(force, circumstances)));
    for (const Value& list : row.list("lists"))
        place.lists.push_back(TRY(read_list(list, circumstances, facts)));
    const bool is_whole =
        place.shares && place.hearing && place.summary && place.individual_business_is_natural;
    if (place.id == "CN" && !is_whole) return bad_row("全国的一行缺少分界、听证数额或者简易程序数额");
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
