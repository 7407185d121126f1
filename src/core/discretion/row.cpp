#include "discretion/row.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace discretion {

using base::Result;
using base::Value;

std::unexpected<base::Error> bad_row(std::string_view reason) {
    return base::fail("bad_catalogue", std::string(reason));
}

Result<void> only_keys(const Value& row, std::initializer_list<std::string_view> keys) {
    if (!row.as_object()) return bad_row("不是一行数据");
    for (const auto& [name, value] : row.object())
        if (std::ranges::find(keys, name) == keys.end()) return bad_row(fmt::format("不认识的项目 {}", name));
    return {};
}

Result<std::string> required_text(const Value& row, std::string_view key) {
    const std::string* text = row[key].as_string();
    if (!text || text->empty()) return bad_row(fmt::format("缺少 {}", key));
    return *text;
}

Result<base::Date> required_date(const Value& row, std::string_view key) {
    const auto date = base::Date::parse(row.text(key));
    if (!date) return bad_row(fmt::format("{}：{}", key, date.error().message));
    return *date;
}

Result<std::optional<base::Date>> optional_date(const Value& row, std::string_view key) {
    if (!row.has(key)) return std::optional<base::Date>();
    return std::optional(TRY(required_date(row, key)));
}

Result<std::vector<std::string>> texts(const Value& row, std::string_view key) {
    std::vector<std::string> list;
    if (row.has(key) && !row[key].as_list()) return bad_row(fmt::format("{} 应当是列表", key));
    for (const Value& item : row.list(key)) {
        if (!item.as_string()) return bad_row(fmt::format("{} 应当是文字的列表", key));
        list.push_back(*item.as_string());
    }
    return list;
}

Result<base::Money> yuan(const Value& value) {
    const std::int64_t* whole = value.as_int();
    if (!whole || *whole < 0 || *whole > 1'000'000'000'000) return bad_row("金额应当是整数元");
    return base::Money::yuan(*whole);
}

Result<std::pair<base::Money, base::Money>> yuan_pair(const Value& value) {
    const base::List& pair = value.items();
    if (pair.size() != 2) return bad_row("金额幅度应当写最低和最高两个数");
    const auto range = std::pair(TRY(yuan(pair[0])), TRY(yuan(pair[1])));
    if (range.second < range.first) return bad_row("幅度的最低数大于最高数");
    return range;
}

Result<std::pair<Decimal4, Decimal4>> decimal_pair(const Value& value) {
    const base::List& pair = value.items();
    if (pair.size() != 2) return bad_row("倍数幅度应当写最低和最高两个数");
    const auto range = std::pair(TRY(Decimal4::from(pair[0])), TRY(Decimal4::from(pair[1])));
    if (range.second < range.first) return bad_row("幅度的最低倍数大于最高倍数");
    return range;
}

std::string located(std::string_view file, std::string_view row, const base::Error& error) {
    return fmt::format("{} {}：{}", file, row, error.message);
}

}  // namespace discretion
