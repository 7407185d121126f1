#include "discretion/circumstance.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "discretion/row.hpp"

namespace discretion {

namespace {

constexpr std::array<std::pair<std::string_view, Force>, 8> force_words{
    {{"must_none", Force::must_none},
     {"may_none", Force::may_none},
     {"must_lenient", Force::must_lenient},
     {"may_lenient", Force::may_lenient},
     {"must_aggravate", Force::must_aggravate},
     {"may_aggravate", Force::may_aggravate},
     {"weight", Force::weight},
     {"finding", Force::finding}}
};

base::Result<Circumstance> read(const base::Value& row) {
    TRY(only_keys(row,
                  {"code", "title", "force", "source", "mark", "details", "laws", "reads_as", "computed"}));
    Circumstance circumstance{.code = TRY(required_text(row, "code")),
                              .title = TRY(required_text(row, "title"))};
    circumstance.source = TRY(required_text(row, "source"));
    circumstance.details = TRY(texts(row, "details"));
    circumstance.laws = TRY(texts(row, "laws"));
    circumstance.reads_as = row.text("reads_as");
    circumstance.is_computed = row.truth("computed");
    const auto force = force_of(row.text("force"));
    const auto confidence = confidence_of(row.text("mark"));
    if (!force || !confidence) return bad_row("force 或者 mark 不明");
    circumstance.force = *force;
    circumstance.confidence = *confidence;
    return circumstance;
}

}  // namespace

std::optional<Force> force_of(std::string_view word) {
    for (const auto& [name, force] : force_words)
        if (name == word) return force;
    return {};
}

std::string_view word_of(Force force) {
    return force_words[static_cast<std::size_t>(force)].first;
}

std::optional<Confidence> confidence_of(std::string_view letter) {
    if (letter == "T") return Confidence::text;
    if (letter == "Q") return Confidence::quotation;
    if (letter == "K") return Confidence::widely_cited;
    if (letter == "P") return Confidence::policy;
    return {};
}

base::Result<CircumstanceTable> CircumstanceTable::from(const base::Value& rows) {
    CircumstanceTable table;
    for (const base::Value& row : rows.items()) {
        const std::string file_row = fmt::format("discretion/circumstances.yaml {}", row.text("code"));
        auto circumstance = read(row);
        if (!circumstance) return base::fail("bad_catalogue", file_row + "：" + circumstance.error().message);
        if (table.find(circumstance->code)) return base::fail("bad_catalogue", file_row + "：重复");
        table.rows_.push_back(std::move(*circumstance));
    }
    if (table.size() > circumstances_max)
        return base::fail("bad_catalogue", "discretion/circumstances.yaml：情节过多");
    return table;
}

std::optional<CircumstanceId> CircumstanceTable::find(std::string_view code) const {
    const auto found = std::ranges::find(rows_, code, &Circumstance::code);
    if (found == rows_.end()) return {};
    return static_cast<CircumstanceId>(found - rows_.begin());
}

}  // namespace discretion
