#include "benchmark/range.hpp"

#include <fmt/format.h>

#include <initializer_list>

#include "benchmark/normal.hpp"

namespace benchmark {

namespace {

using base::Result;

bool take_any(std::string_view& text, std::initializer_list<std::string_view> words) {
    for (const std::string_view word : words)
        if (take(text, word)) return true;
    return false;
}

bool take_below(std::string_view& text) {
    return take_any(text, {"不足", "不满", "未满", "低于", "少于", "未达到", "小于"});
}

// “（不含）”, “（含本数）” after an end says otherwise, or the same again.
void take_inclusion(std::string_view& text, bool& is_included) {
    if (take_any(text, {"(不含本数)", "(不含)", "(不含本级)"}))
        is_included = false;
    else if (take_any(text, {"(含本数)", "(含)", "(含本级)"}))
        is_included = true;
}

Result<Amount> amount_at(std::string_view& text) {
    const auto amount = TRY(take_amount(text));
    if (!amount) return base::fail("unread_words", fmt::format("“{}”处应当是数额", text.substr(0, 60)));
    return *amount;
}

Result<void> read_upper_end(std::string_view& text, Range& range) {
    if (text.empty() || text == "的") return {};
    if (take_below(text)) {
        range.to = TRY(amount_at(text));
        range.to_incl = false;
        return {};
    }
    if (!take_any(text, {"至", "到", "-"}) && take(text, "不超过")) {
        range.to = TRY(amount_at(text));
        return {};
    }
    range.to = TRY(amount_at(text));
    if (take_any(text, {"以下", "以内", "及以下"})) take_inclusion(text, range.to_incl);
    return {};
}

Result<void> read_from_number(std::string_view& text, Range& range) {
    const Amount first = TRY(amount_at(text));
    if (take_any(text, {"以下", "以内", "及以下"})) {
        range.to = first;
        take_inclusion(text, range.to_incl);
    } else if (take_any(text, {"以上", "及以上"})) {
        range.from = first;
        take_inclusion(text, range.from_incl);
        take(text, ",");
        return read_upper_end(text, range);
    } else if (take_any(text, {"-", "至", "到"})) {
        range.from = first;
        return read_upper_end(text, range);
    } else {
        range.from = range.to = first;
    }
    return {};
}

Result<void> read_ends(std::string_view& text, Range& range) {
    if (take_any(text, {"超过", "高于", "大于"})) {
        range.from = TRY(amount_at(text));
        range.from_incl = false;
        take_any(text, {"以上"});
        return read_upper_end(text, range);
    }
    if (take_any(text, {"达到", "不低于", "不少于"})) {
        range.from = TRY(amount_at(text));
        return read_upper_end(text, range);
    }
    if (take_any(text, {"不超过", "不高于"})) {
        range.to = TRY(amount_at(text));
        return {};
    }
    if (take_below(text)) {
        range.to = TRY(amount_at(text));
        range.to_incl = false;
        return {};
    }
    return read_from_number(text, range);
}

// “10—13倍” is plain; “5—8万元” could be five yuan, and is refused.
Result<void> settle_unit(Range& range) {
    const Amount::Unit from = range.from ? range.from->unit : Amount::Unit::none;
    const Amount::Unit to = range.to ? range.to->unit : Amount::Unit::none;
    range.unit = range.to ? to : from;
    if (range.unit == Amount::Unit::none)
        return base::fail("unread_number", "数额没有写明单位（元、倍或者%）");
    if (!range.from || !range.to || from == to) return {};
    if (from != Amount::Unit::none) {
        const bool mixes = range.unit != Amount::Unit::yuan && from != Amount::Unit::yuan;
        if (!mixes) return base::fail("unread_number", "两端的单位不同");
        range.unit = Amount::Unit::times;  // 百分之五十以上三倍以下
        return {};
    }
    if (range.unit == Amount::Unit::yuan)
        return base::fail("unread_number", "前一数额没有写明单位“元”，不能确定是多少");
    range.from->unit = range.unit;
    if (range.unit == Amount::Unit::percent) range.from->ratio.ten_thousandths /= 100;
    return {};
}

}  // namespace

Result<Range> read_range(std::string_view text) {
    Range range;
    TRY(read_ends(text, range));
    take(text, "的");
    if (!text.empty()) return base::fail("unread_words", fmt::format("“{}”读不懂", text.substr(0, 60)));
    TRY(settle_unit(range));
    if (!range.from || !range.to) return range;
    const bool is_yuan = range.unit == Amount::Unit::yuan;
    const bool is_reversed = is_yuan ? range.to->sum < range.from->sum : range.to->ratio < range.from->ratio;
    if (is_reversed) return base::fail("range_reversed", "上限低于下限");
    return range;
}

}  // namespace benchmark
