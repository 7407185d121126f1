#include "clocks/clock_table.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace clocks {

namespace {

constexpr std::string_view file = "procedure/clocks.yaml";

std::unexpected<base::Error> bad(const base::Value& row, std::string_view field, std::string_view reason) {
    return base::fail("bad_catalogue",
                      fmt::format("{}：{} 行的 {} {}", file, row.text("code"), field, reason), {},
                      fmt::format("clocks.{}.{}", row.text("code"), field));
}

base::Result<calendar::Period> period_of(const base::Value& row, const base::Value& holder) {
    const auto amount = holder.integer("amount");
    if (!amount || *amount < 0 || *amount > 3650) return bad(row, "amount", "应为不大于3650的非负整数");
    const auto unit = calendar::Period::unit_of(holder.text("unit"));
    if (!unit) return bad(row, "unit", "应为 WD、ND、M、Y 或者 H");
    return calendar::Period{static_cast<int>(*amount), *unit};
}

base::Result<Duty> duty_of(const base::Value& row) {
    const auto duty = row.text("duty");
    if (duty == "agency") return Duty::agency;
    if (duty == "party") return Duty::party;
    if (duty == "right") return Duty::right;
    if (duty == "waiting") return Duty::waiting;
    return bad(row, "duty", "应为 agency、party、right 或者 waiting");
}

base::Result<std::vector<int>> numbers(const base::Value& row, std::string_view field) {
    std::vector<int> result;
    for (const auto& item : row.list(field)) {
        if (!item.as_int()) return bad(row, field, "应为整数");
        result.push_back(static_cast<int>(*item.as_int()));
    }
    return result;
}

base::Result<base::Date> date_of(const base::Value& row, std::string_view field) {
    const auto date = base::Date::parse(row.text(field));
    if (!date) return bad(row, field, "不是日期");
    return *date;
}

base::Result<bool> read_extension(const base::Value& source, Row& row) {
    const auto& extension = source["extension"];
    if (extension.is_null()) return true;
    row.extension_basis = std::string(extension.text("basis"));
    if (row.extension_basis.empty()) return bad(source, "extension", "没有依据");
    if (!extension.truth("until_named_day")) row.extension = TRY(period_of(source, extension));
    return true;
}

base::Result<Row> read_row(const base::Value& source, const base::Value& sources) {
    Row row;
    row.code = std::string(source.text("code"));
    for (const auto& [field, target] : {
             std::pair{"code",   &row.code  },
             std::pair{"title",  &row.title },
             std::pair{"basis",  &row.basis },
             std::pair{"anchor", &row.anchor}
    }) {
        *target = std::string(source.text(field));
        if (target->empty()) return bad(source, field, "不能为空");
    }
    row.period = TRY(period_of(source, source));
    row.roll = !source.has("roll") || source.truth("roll");
    row.duty = TRY(duty_of(source));
    for (const auto& kind : source.list("pauses"))
        row.pauses.emplace_back(kind.as_string() ? *kind.as_string() : "");
    TRY(read_extension(source, row));
    row.warn_after = TRY(numbers(source, "warn_after"));
    row.warn_before = TRY(numbers(source, "warn_before"));
    const auto name = source.text("source");
    row.source = std::string(sources.has(name) ? sources.text(name) : name);
    if (row.source.empty()) return bad(source, "source", "不能为空");
    row.note = std::string(source.text("note"));
    row.unverified = source.truth("unverified");
    row.for_running_cases = source.text("running") == "new";
    row.in_force_from = TRY(date_of(source, "in_force_from"));
    if (source.has("in_force_until")) row.in_force_until = TRY(date_of(source, "in_force_until"));
    return row;
}

}  // namespace

base::Result<ClockTable> ClockTable::from(const base::Value& content) {
    ClockTable table;
    for (const auto& source : content.list("clocks")) {
        const Row row = TRY(read_row(source, content["sources"]));
        auto& versions = table.rows_[row.code];
        if (versions.empty()) table.order_.push_back(row.code);
        for (const auto& other : versions)
            if (row.in_force_on(other.in_force_from) || other.in_force_on(row.in_force_from))
                return bad(source, "in_force_from", "与另一版本的施行日期重叠");
        versions.push_back(row);
        std::ranges::sort(versions, std::greater{}, &Row::in_force_from);
    }
    if (table.order_.empty())
        return base::fail("bad_catalogue", fmt::format("{}：没有期限", file), {}, "clocks");
    for (const auto& source : content.list("limits")) {
        Limit limit{.code = std::string(source.text("code")),
                    .title = std::string(source.text("title")),
                    .basis = std::string(source.text("basis")),
                    .period = TRY(period_of(source, source))};
        if (limit.code.empty() || limit.title.empty() || limit.basis.empty())
            return bad(source, "title", "不能为空");
        table.limits_.push_back(std::move(limit));
    }
    return table;
}

const std::vector<Row>& ClockTable::versions(std::string_view code) const {
    static const std::vector<Row> none;
    const auto found = rows_.find(std::string(code));
    return found == rows_.end() ? none : found->second;
}

const Row* ClockTable::find(std::string_view code, base::Date on) const {
    for (const auto& row : versions(code))
        if (row.in_force_on(on)) return &row;
    return nullptr;
}

calendar::Period ClockTable::period(std::string_view code, base::Date on) const {
    if (const Row* row = find(code, on)) return row->period;
    const auto& known = versions(code);
    return known.empty() ? calendar::Period() : known.front().period;
}

base::Date Limit::after(base::Date day) const {
    if (period.unit == calendar::Unit::years) return day.plus_years(period.amount);
    if (period.unit == calendar::Unit::months) return day.plus_months(period.amount);
    return day.plus_days(period.amount);
}

base::Date ClockTable::limit(std::string_view code, base::Date from) const {
    const auto found = std::ranges::find(limits_, code, &Limit::code);
    return found == limits_.end() ? from : found->after(from);
}

std::vector<std::string> ClockTable::period_names() const {
    std::vector<std::string> names;
    for (const auto& code : order_) {
        names.push_back(code);
        if (versions(code).front().extension) names.push_back(code + "/extension");
    }
    for (const auto& limit : limits_) names.push_back(limit.code);
    return names;
}

ClockTable ClockTable::shifted(std::string_view name, int units) const {
    ClockTable table = *this;
    const bool extension = name.ends_with("/extension");
    const std::string code(name.substr(0, name.find('/')));
    if (const auto found = table.rows_.find(code); found != table.rows_.end())
        for (auto& row : found->second) {
            if (!extension) row.period.amount += units;
            if (extension && row.extension) row.extension->amount += units;
        }
    for (auto& limit : table.limits_)
        if (limit.code == code) limit.period.amount += units;
    return table;
}

std::vector<std::string> ClockTable::codes() const {
    return order_;
}

}  // namespace clocks
