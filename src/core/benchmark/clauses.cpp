#include "benchmark/clauses.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>

#include "benchmark/normal.hpp"
#include "benchmark/range.hpp"

namespace benchmark {

namespace {

using base::Result;
using discretion::Condition;
using discretion::FactTable;
using discretion::FactType;
using discretion::TableAmount;
using discretion::Test;

std::vector<std::string_view> split(std::string_view text, std::initializer_list<std::string_view> marks) {
    std::vector<std::string_view> parts;
    std::size_t from = 0;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t size = 0;
        for (const std::string_view mark : marks)
            if (text.substr(at).starts_with(mark)) size = std::max(size, mark.size());
        if (size == 0) {
            ++at;
            continue;
        }
        parts.push_back(text.substr(from, at - from));
        from = at += size;
    }
    parts.push_back(text.substr(from));
    std::erase_if(parts, [](std::string_view part) { return part.empty(); });
    return parts;
}

std::unexpected<base::Error> unread(std::string_view words) {
    return base::fail("unread_words", fmt::format("“{}”读不懂", words.substr(0, 90)));
}

// The longest title that the text begins with: 货值金额, 违法所得, 广告费用 …
std::optional<discretion::FactId> take_fact(std::string_view& text, const FactTable& facts) {
    std::optional<discretion::FactId> found;
    std::size_t longest = 0;
    for (std::size_t i = 0; i < facts.size(); ++i) {
        const auto id = static_cast<discretion::FactId>(i);
        const std::string& title = facts[id].title;
        if (facts[id].type != FactType::money || title.size() <= longest || !text.starts_with(title))
            continue;
        found = id;
        longest = title.size();
    }
    text.remove_prefix(longest);
    return found;
}

void add_ends(const Range& range, discretion::FactId fact, Condition& condition) {
    if (range.from && range.to && range.from->sum == range.to->sum) {
        condition.all.push_back({fact, Test::equal, range.from->sum.in_fen()});
        return;
    }
    if (range.from)
        condition.all.push_back(
            {fact, range.from_incl ? Test::at_least : Test::greater, range.from->sum.in_fen()});
    if (range.to)
        condition.all.push_back({fact, range.to_incl ? Test::at_most : Test::less, range.to->sum.in_fen()});
}

// “货值金额1万元以上不足5万元的”: true when the words begin with a fact and go on with its amount.
Result<bool> read_number_condition(std::string_view words, const FactTable& facts, Condition& condition) {
    for (const std::string_view opening : {"涉案", "违法商品", "产品", "商品"}) take(words, opening);
    const auto fact = take_fact(words, facts);
    if (!fact) return false;
    for (const std::string_view joint : {"为", "在", "人民币"}) take(words, joint);
    const bool has_number = words.find_first_of("0123456789") != std::string_view::npos ||
                            words.find("元") != std::string_view::npos;
    if (!has_number) return false;
    const Range range = TRY(read_range(words));
    if (range.unit != Amount::Unit::yuan)
        return base::fail("unread_number", fmt::format("“{}”应当是以元计的数额", words.substr(0, 60)));
    add_ends(range, *fact, condition);
    return true;
}

bool is_companion(std::string_view words) {
    constexpr std::array<std::string_view, 24> verbs{
        "没收", "责令",     "给予警告", "警告",     "吊销", "暂扣",         "停产停业",     "停业",
        "关闭", "通报批评", "限制",     "禁止",     "予以", "由许可机关",   "由原发证机关", "由发证机关",
        "撤销", "取缔",     "依法没收", "依法移送", "列入", "降低资质等级", "退还",         "消除影响"};
    for (const std::string_view opening : {"并", "可以", "同时", "依法", "应当", "应", "可"})
        take(words, opening);
    return std::ranges::any_of(verbs, [&](std::string_view verb) { return words.starts_with(verb); });
}

bool is_no_fine(std::string_view words) {
    constexpr std::array<std::string_view, 9> phrases{"不予处罚",     "不予行政处罚", "免予处罚",
                                                      "免予行政处罚", "可以不予处罚", "可以不予行政处罚",
                                                      "不处罚款",     "不予罚款",     "免罚"};
    return std::ranges::find(phrases, words) != phrases.end();
}

// What stands around the range of a fine: 并处…的罚款, 罚款….
bool strip_fine(std::string_view& words) {
    bool is_fine = false;
    for (bool more = true; more;) {
        more = false;
        for (const std::string_view opening : {"并", "可以", "可", "处以", "处", "罚款"})
            if (take(words, opening)) more = is_fine = true;
    }
    for (const std::string_view tail : {"的罚款", "罚款"})
        if (words.size() > tail.size() && words.ends_with(tail)) {
            words.remove_suffix(tail.size());
            return true;
        }
    return is_fine;
}

Result<TableAmount> amount_of(const Range& range, std::optional<discretion::FactId> base) {
    TableAmount amount{.min_incl = range.from_incl, .max_incl = range.to_incl};
    if (!range.to) return base::fail("unread_number", "罚款没有写上限");
    const bool is_percent = range.unit == Amount::Unit::percent;
    if (range.unit == Amount::Unit::yuan) {
        amount.unit = TableAmount::Unit::yuan;
        if (range.from) amount.min = range.from->sum;
        amount.max = range.to->sum;
        if (base) return base::fail("unread_words", "以事实计的罚款应当写倍数");
        return amount;
    }
    if (!base && !is_percent)
        return base::fail("base_missing", "倍数没有写明以什么为基数（如“货值金额10倍以上13倍以下”）");
    amount.unit = base ? TableAmount::Unit::multiple : TableAmount::Unit::share;
    if (base) amount.base = *base;
    if (range.from) amount.least = range.from->ratio;
    amount.most = range.to->ratio;
    if (!base && amount.most > discretion::Decimal4{10'000})
        return base::fail("unread_number", "罚款幅度的比例不应当超过100%");
    return amount;
}

Result<TableAmount> read_fine(std::string_view words, const FactTable& facts) {
    const std::string_view whole = words;
    strip_fine(words);
    for (const std::string_view opening : {"违法商品", "违法生产经营的食品", "涉案"}) take(words, opening);
    const auto base = take_fact(words, facts);
    if (base) take(words, "的");
    for (const std::string_view share : {"法定罚款幅度", "法定幅度", "罚款幅度", "幅度"})
        if (take(words, share)) take(words, "的");
    strip_fine(words);
    auto range = read_range(words);
    if (!range && range.error().code == "unread_words") return unread(whole);
    if (!range) return std::unexpected(range.error());
    return amount_of(*range, base);
}

// One alternative, its words parted by commas; the fine is the last thing that is said with a number.
Result<Clause> read_clause(std::string_view text, const FactTable& facts) {
    Clause clause;
    bool has_fine = false;
    for (const std::string_view words : split(text, {",", "、"})) {
        if (is_no_fine(words) || is_companion(words)) continue;
        const bool ends_condition = words.ends_with("的") || words.ends_with(":");
        if (ends_condition && !has_fine) {
            std::string_view condition = words;
            take(condition, "对");
            if (condition.ends_with(":")) condition.remove_suffix(1);
            if (TRY(read_number_condition(condition, facts, clause.when))) continue;
        }
        if (has_fine)
            return base::fail("unread_words", fmt::format("“{}”：一项标准只能有一处罚款，其余请用分号分开",
                                                          words.substr(0, 60)));
        clause.amount = TRY(read_fine(words, facts));
        has_fine = true;
    }
    return clause;
}

bool has_amount(std::string_view words) {
    for (std::size_t at = words.find("元"); at != std::string_view::npos; at = words.find("元", at + 1)) {
        const std::string_view before = words.substr(0, at);
        for (const std::string_view end :
             {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "万", "千", "百", "十", "亿"})
            if (before.ends_with(end)) return true;
    }
    return false;
}

}  // namespace

Result<std::vector<Clause>> read_standard(std::string_view text, const FactTable& facts) {
    std::vector<Clause> clauses;
    for (const std::string_view part : split(text, {";"})) clauses.push_back(TRY(read_clause(part, facts)));
    if (clauses.empty()) return base::fail("standard_missing", "没有写裁量标准");
    const auto fined = [](const Clause& clause) { return clause.amount.unit != TableAmount::Unit::none; };
    if (std::ranges::any_of(clauses, fined)) std::erase_if(clauses, std::not_fn(fined));
    return clauses;
}

Result<Condition> read_circumstances(std::string_view text, const FactTable& facts) {
    Condition condition;
    for (const std::string_view words : split(text, {";", ",", "、", "并且", "且"})) {
        const bool has_choice = words.find("或") != std::string_view::npos;
        if (has_choice && has_amount(words))
            return base::fail("unread_words",
                              fmt::format("“{}”：数额条件之间的“或者”请分成两行", words.substr(0, 90)));
        auto is_number = read_number_condition(words, facts, condition);
        if (!is_number)
            return base::fail(is_number.error().code,
                              fmt::format("“{}”：{}", words.substr(0, 90), is_number.error().message));
        if (!*is_number && has_amount(words)) return unread(words);
    }
    return condition;
}

}  // namespace benchmark
