#include "law/register.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace law {

namespace {

using base::Date;
using base::Result;
using base::Value;

void drop_around(std::string_view& text, std::string_view open, std::string_view close) {
    if (text.starts_with(open)) text.remove_prefix(open.size());
    if (text.ends_with(close)) text.remove_suffix(close.size());
}

// "反不正当竞争法(2019)", "公示规定（2021年）": what tells two texts of one law apart is no part of its name.
std::string_view without_year(std::string_view text) {
    for (const auto& [open, close] : {
             std::pair<std::string_view, std::string_view>{"（", "）"},
              {"(",  ")" }
    }) {
        const auto at = text.rfind(open);
        if (at == std::string_view::npos || !text.ends_with(close)) continue;
        const std::string_view inside =
            text.substr(at + open.size(), text.size() - at - open.size() - close.size());
        const bool is_year = inside.size() >= 4 && std::ranges::all_of(inside.substr(0, 4), [](char c) {
                                 return c >= '0' && c <= '9';
                             });
        if (is_year) return text.substr(0, at);
    }
    return text;
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blank = "　";
    for (;;) {
        if (text.starts_with(' '))
            text.remove_prefix(1);
        else if (text.ends_with(' '))
            text.remove_suffix(1);
        else if (text.starts_with(blank))
            text.remove_prefix(blank.size());
        else if (text.ends_with(blank))
            text.remove_suffix(blank.size());
        else
            return text;
    }
}

std::unexpected<base::Error> bad_row(std::string_view file, const Value& row, std::string_view reason) {
    const std::string_view name = row.has("name") ? row.text("name") : row.text("title");
    return base::fail("bad_catalogue", fmt::format("law/{} {}：{}", file, name, reason));
}

}  // namespace

std::string plain_name(std::string_view written) {
    std::string_view name = trimmed(without_year(trimmed(written)));
    drop_around(name, "《", "》");
    name = trimmed(without_year(trimmed(name)));
    constexpr std::string_view republic = "中华人民共和国";
    if (name.starts_with(republic) && name.size() > republic.size()) name.remove_prefix(republic.size());
    return std::string(name);
}

std::string_view title_of(InForce::Basis basis) {
    switch (basis) {
        case InForce::Basis::printed:
            return "按文本所载施行日期";
        case InForce::Basis::issued:
            return "按公布（修改）之日";
        case InForce::Basis::listed:
            break;
    }
    return "按法律目录";
}

Result<Register> Register::from(const Statutes& statutes, const Value& names, const Value& texts) {
    Register made;
    for (const Statute& statute : statutes.all()) {
        made.codes_.emplace(plain_name(statute.title), statute.family);
        made.codes_.emplace(plain_name(statute.short_title), statute.family);
        made.codes_.emplace(statute.code, statute.family);
        made.codes_.emplace(statute.family, statute.family);
        made.texts_.push_back({statute.family, statute.version_date, statute.from, statute.to});
    }
    TRY(made.add_names(names));
    TRY(made.add_texts(texts));
    return made;
}

Result<void> Register::add_names(const Value& rows) {
    for (const Value& row : rows.items()) {
        if (row.text("name").empty() || row.text("law").empty())
            return bad_row("names.yaml", row, "缺少 name 或者 law");
        if (!codes_.emplace(plain_name(row.text("name")), code_of(row.text("law"))).second)
            return bad_row("names.yaml", row, "名称重复");
    }
    return {};
}

Result<void> Register::add_texts(const Value& rows) {
    for (const Value& row : rows.items()) {
        if (row.text("title").empty()) return bad_row("texts.yaml", row, "缺少 title");
        const auto version = Date::parse(row.text("version_date"));
        const auto from = Date::parse(row.text("from"));
        if (!version || !from) return bad_row("texts.yaml", row, "version_date 和 from 应当是日期");
        Row text{code_of(row.text("title")), version->str(), *from, {}};
        if (row.has("to")) {
            const auto to = Date::parse(row.text("to"));
            if (!to || *to < *from) return bad_row("texts.yaml", row, "to 应当是不早于 from 的日期");
            text.to = *to;
        }
        // What is laid down for the text itself goes before the row of a statute.
        texts_.insert(texts_.begin(), std::move(text));
    }
    return {};
}

std::string Register::code_of(std::string_view written) const {
    const std::string name = plain_name(written);
    const auto found = codes_.find(name);
    return found == codes_.end() ? name : found->second;
}

const Register::Row* Register::find(std::string_view code, Date version_date) const {
    const auto found = std::ranges::find_if(
        texts_, [&](const Row& row) { return row.code == code && row.version_date == version_date.str(); });
    return found == texts_.end() ? nullptr : &*found;
}

std::optional<Date> Register::sole_version(std::string_view code) const {
    const auto is_of = [&](const Row& row) { return row.code == code; };
    if (std::ranges::count_if(texts_, is_of) != 1) return {};
    const auto day = Date::parse(std::ranges::find_if(texts_, is_of)->version_date);
    return day ? std::optional<Date>(*day) : std::nullopt;
}

// A text that was amended still prints the day on which the law first came into force: an earlier day than
// that of its issue is not its own.
InForce Register::in_force(const LawText& text, Date version_date) const {
    if (const Row* row = find(code_of(text.title), version_date))
        return InForce{row->from, row->to, InForce::Basis::listed};
    if (text.printed_from && *text.printed_from >= version_date)
        return InForce{*text.printed_from, {}, InForce::Basis::printed};
    return InForce{version_date, {}, InForce::Basis::issued};
}

}  // namespace law
