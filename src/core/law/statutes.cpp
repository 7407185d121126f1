#include "law/statutes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "base/numerals.hpp"

namespace law {

namespace {

using base::Date;
using base::Result;
using base::Value;

constexpr auto file = "law/statutes.yaml";

std::unexpected<base::Error> bad_row(std::string_view code, std::string_view reason) {
    return base::fail("bad_catalogue", fmt::format("{} {}：{}", file, code, reason));
}

Result<Statute> read_row(const Value& row) {
    Statute statute;
    statute.code = row.text("code");
    statute.family = row.has("family") ? row.text("family") : row.text("code");
    statute.title = row.text("title");
    statute.short_title = row.text("short");
    statute.version_date = row.text("version_date");
    statute.note = row.text("note");
    statute.is_held = !row.has("held") || row.truth("held");
    if (statute.code.empty() || statute.title.empty() || statute.short_title.empty())
        return bad_row(statute.code, "缺少 code、title 或者 short");
    const auto from = Date::parse(row.text("from"));
    if (!from) return bad_row(statute.code, "from：" + from.error().message);
    statute.from = *from;
    if (!row.has("to")) return statute;
    const auto to = Date::parse(row.text("to"));
    if (!to) return bad_row(statute.code, "to：" + to.error().message);
    if (*to < statute.from) return bad_row(statute.code, "失效日期早于施行日期");
    statute.to = *to;
    return statute;
}

bool is_in_force(const Statute& statute, Date day) {
    return statute.from <= day && (!statute.to || day <= *statute.to);
}

// "124.1.5" → {124, 1, 5}; nothing when it is not up to three whole numbers.
std::optional<std::array<int, 3>> numbers(std::string_view text) {
    std::array<int, 3> parts{};
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto dot = text.find('.');
        const std::string_view part = text.substr(0, dot);
        const auto read = std::from_chars(part.data(), part.data() + part.size(), parts[i]);
        if (read.ec != std::errc() || read.ptr != part.data() + part.size() || parts[i] < 0 ||
            parts[i] > 1000)
            return {};
        if (dot == std::string_view::npos) return parts;
        text.remove_prefix(dot + 1);
    }
    return {};
}

}  // namespace

Result<Statutes> Statutes::from(const Value& rows) {
    Statutes statutes;
    for (const Value& row : rows.items()) {
        Statute statute = TRY(read_row(row));
        if (statutes.find(statute.code)) return bad_row(statute.code, "代码重复");
        for (const Statute& other : statutes.statutes_) {
            const bool apart =
                (other.to && *other.to < statute.from) || (statute.to && *statute.to < other.from);
            if (other.family == statute.family && !apart)
                return bad_row(statute.code, "与" + other.code + "的施行期间重叠");
        }
        statutes.statutes_.push_back(std::move(statute));
    }
    if (statutes.statutes_.empty()) return bad_row("", "没有一行");
    return statutes;
}

const Statute* Statutes::find(std::string_view code) const {
    const auto place = place_of(code);
    return place ? &statutes_[*place] : nullptr;
}

std::optional<std::uint16_t> Statutes::place_of(std::string_view code) const {
    const auto found = std::ranges::find(statutes_, code, &Statute::code);
    if (found == statutes_.end()) return {};
    return static_cast<std::uint16_t>(found - statutes_.begin());
}

const Statute* Statutes::on(std::string_view family, Date day) const {
    for (const Statute& statute : statutes_)
        if (statute.family == family && is_in_force(statute, day)) return &statute;
    return nullptr;
}

Result<Reference> Statutes::reference(std::string_view text) const {
    const auto space = text.find(' ');
    const auto place = place_of(text.substr(0, space));
    if (!place) return base::fail("bad_catalogue", fmt::format("“{}”所引的法律不在 {} 中", text, file));
    const auto parts = space == std::string_view::npos ? std::nullopt : numbers(text.substr(space + 1));
    if (!parts || (*parts)[0] == 0)
        return base::fail("bad_catalogue", fmt::format("“{}”不是条款：请写成 FSL2025 124.1.5", text));
    return Reference{*place, static_cast<std::uint16_t>((*parts)[0]), static_cast<std::uint8_t>((*parts)[1]),
                     static_cast<std::uint8_t>((*parts)[2])};
}

std::string Statutes::citation(Reference reference) const {
    return law::citation(statutes_[reference.statute], reference.article, reference.paragraph,
                         reference.item);
}

std::string citation(const Statute& statute, int article, int paragraph, int item) {
    return statute.short_title + " " + base::article_name(article, paragraph, item);
}

}  // namespace law
