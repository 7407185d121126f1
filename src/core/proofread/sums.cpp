#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "proofread/checker.hpp"
#include "proofread/figures.hpp"

namespace proofread {

namespace {

// The unit behind a number: 元, 盒, 千克, kg.
LettersView unit_at(LettersView line, std::size_t at) {
    constexpr std::array<LettersView, 9> longer{U"万元", U"千克",   U"公斤",   U"毫升", U"毫克",
                                                U"微克", U"立方米", U"平方米", U"人次"};
    const LettersView rest = line.substr(std::min(at, line.size()));
    for (const LettersView unit : longer)
        if (rest.starts_with(unit)) return unit;
    if (rest.empty()) return {};
    if (is_han(rest.front())) return rest.substr(0, 1);
    std::size_t end = 0;
    while (end < rest.size() && is_latin(rest[end])) ++end;
    return rest.substr(0, end);
}

std::string number_text(std::int64_t parts) {
    std::string text = std::to_string(parts / one);
    if (parts % one != 0) {
        std::string rest = std::to_string(one + parts % one).substr(1);
        while (rest.ends_with('0')) rest.pop_back();
        text += "." + rest;
    }
    return text;
}

// "尚未更改日期的179盒" → 179 盒; nothing when the words do not end in a quantity of this unit.
std::optional<Figure> quantity_at_end(LettersView words, LettersView unit) {
    if (!words.ends_with(unit)) return {};
    for (const LettersView other : {U"每", U"单价", U"其中"})
        if (has(words, other)) return {};
    return figure_before(words, words.size() - unit.size());
}

bool separates(char32_t letter) {
    return letter == U'、' || letter == U'，' || letter == U'及' || letter == U'和';
}

// The quantities that stand in a row before a position, the last first.
std::vector<Figure> row_before(LettersView words, LettersView unit) {
    std::vector<Figure> row;
    while (!words.empty()) {
        std::size_t begin = words.size();
        while (begin > 0 && !separates(words[begin - 1])) --begin;
        const auto figure = quantity_at_end(trimmed(words.substr(begin)), unit);
        if (!figure) break;
        row.push_back(*figure);
        if (begin == 0) break;
        words = words.substr(0, begin - 1);
    }
    return row;
}

// "24盒、30盒、179盒，共233盒".
void check_total(Checker& checker, const Page& page, std::size_t number, std::size_t at, std::size_t word) {
    const LettersView line = page.lines[number];
    std::size_t value = at + word;
    for (const LettersView filler : {U"人民币", U"为", U"："})
        if (line.substr(value).starts_with(filler)) value += filler.size();
    const auto total = figure_at(line, value);
    if (!total || at == 0 || !separates(line[at - 1])) return;
    const LettersView unit = unit_at(line, total->end);
    if (unit.empty()) return;
    std::size_t begin = sentence_begin(line, at);
    for (std::size_t k = begin; k < at; ++k)
        if (line[k] == U'：' || line[k] == U'（') begin = k + 1;
    const auto row = row_before(line.substr(begin, at - 1 - begin), unit);
    if (row.size() < 2) return;
    std::int64_t sum = 0;
    for (const Figure& one_of : row) sum += one_of.parts;
    if (sum == total->parts) return;
    const std::string units = text_of(unit);
    checker.add(page, {number, value, total->end + unit.size()},
                {.rule = "sum.total",
                 .found = number_text(total->parts) + units,
                 .expected = number_text(sum) + units,
                 .message = fmt::format("前列{}项相加为{}{}，文中写作{}{}", row.size(), number_text(sum),
                                        units, number_text(total->parts), units)});
}

bool names_a_result(LettersView before) {
    for (const LettersView filler : {U"人民币", U"为", U"是", U"："})
        if (before.ends_with(filler)) before.remove_suffix(filler.size());
    for (const LettersView word : {U"收入", U"销售额", U"货款", U"价款", U"总价", U"合计", U"共计", U"共",
                                   U"金额", U"货值", U"计", U"货值金额", U"总额", U"得款", U"销售款"})
        if (before.ends_with(word)) return true;
    return false;
}

// The next sum of a sentence that is called a result.
std::optional<Figure> result_after(LettersView line, std::size_t from, std::size_t end) {
    constexpr std::size_t reach = 16;
    for (std::size_t at = from; at < std::min(end, from + reach); ++at) {
        if (!is_digit(line[at])) continue;
        const auto figure = figure_at(line, at);
        if (!figure || !line.substr(figure->end).starts_with(U"元")) return {};
        return names_a_result(line.substr(from, at - from)) ? figure : std::nullopt;
    }
    return {};
}

// The next quantity of this unit within a few words, with no other number before it.
std::optional<Figure> quantity_after(LettersView line, std::size_t from, std::size_t end, LettersView unit) {
    constexpr std::size_t reach = 26;
    for (std::size_t at = from; at < std::min(end, from + reach); ++at) {
        if (!is_digit(line[at])) continue;
        const auto figure = figure_at(line, at);
        if (!figure || !line.substr(figure->end).starts_with(unit)) return {};
        return figure;
    }
    return {};
}

// "以每盒10元的价格售出67盒，取得销售收入670元" and "300盒，每盒3元，共900元".
void check_product(Checker& checker, const Page& page, std::size_t number, std::size_t at) {
    const LettersView line = page.lines[number];
    const LettersView sentence = sentence_at(line, at);
    const std::size_t end = sentence_begin(line, at) + sentence.size();
    const LettersView unit = unit_at(line, at + 1);
    if (unit.empty()) return;
    std::size_t price_at = at + 1 + unit.size();
    for (const LettersView filler : {U"单价", U"售价", U"进价", U"价格", U"为", U"人民币"})
        if (line.substr(price_at).starts_with(filler)) price_at += filler.size();
    const auto price = figure_at(line, price_at);
    if (!price || !line.substr(price->end).starts_with(U"元")) return;
    const std::size_t begin = sentence_begin(line, at);
    std::optional<Figure> quantity;
    std::optional<Figure> result;
    if (at > begin + unit.size() && separates(line[at - 1]) && line.substr(0, at - 1).ends_with(unit)) {
        quantity = figure_before(line, at - 1 - unit.size());
        result = result_after(line, price->end + 1, end);
    } else {
        quantity = quantity_after(line, price->end + 1, end, unit);
        if (quantity) result = result_after(line, quantity->end + unit.size(), end);
    }
    if (!quantity || !result) return;
    const auto exact = product(price->parts, quantity->parts);
    if (!exact || *exact == result->parts) return;
    checker.add(page, {number, result->begin, result->end + 1},
                {.rule = "sum.product",
                 .found = number_text(result->parts) + "元",
                 .expected = number_text(*exact) + "元",
                 .message = fmt::format("{}元×{}应为{}元，文中写作{}元", number_text(price->parts),
                                        number_text(quantity->parts), number_text(*exact),
                                        number_text(result->parts))});
}

// "20420元×2.4=49008元".
void check_formula(Checker& checker, const Page& page, std::size_t number, std::size_t at) {
    const LettersView line = page.lines[number];
    std::size_t left = at;
    while (left > 0 && (line[left - 1] == U' ' || line[left - 1] == U'元')) --left;
    const auto a = figure_before(line, left);
    std::size_t right = at + 1;
    while (right < line.size() && line[right] == U' ') ++right;
    const auto b = figure_at(line, right);
    if (!a || !b) return;
    std::size_t equals = b->end;
    while (equals < line.size() && LettersView(U" 元倍%").find(line[equals]) != nowhere) ++equals;
    if (equals >= line.size() || (line[equals] != U'=' && line[equals] != U'＝')) return;
    if (has(line.substr(b->end, equals - b->end), U"%") || (a->begin > 0 && line[a->begin - 1] == U'×'))
        return;
    std::size_t value = equals + 1;
    while (value < line.size() && line[value] == U' ') ++value;
    const auto result = figure_at(line, value);
    const auto exact = product(a->parts, b->parts);
    if (!result || !exact || *exact == result->parts || line.substr(result->end).starts_with(U"万")) return;
    checker.add(
        page, {number, result->begin, result->end},
        {.rule = "sum.product",
         .found = number_text(result->parts),
         .expected = number_text(*exact),
         .message = fmt::format("{}×{}应为{}，文中写作{}", number_text(a->parts), number_text(b->parts),
                                number_text(*exact), number_text(result->parts))});
}

// What the multiple is taken of: the sum in the same sentence, else the one sum of that name.
std::optional<base::Money> base_of_multiple(const Page& page, std::size_t line, std::size_t at,
                                            bool of_value) {
    const Letters wanted = of_value ? U"货值" : U"违法所得";
    std::optional<base::Money> found;
    for (const Amount& amount : page.amounts) {
        if (amount.label != wanted || amount.is_bound) continue;
        if (amount.line == line && amount.end <= at && at - amount.end < 12) return amount.sum;
        if (found && *found != amount.sum) return {};
        found = amount.sum;
    }
    return found;
}

// "2.4倍", "二点四倍".
std::optional<Figure> times_before(LettersView line, std::size_t end) {
    auto times = count_before(line, end);
    if (!times || times->begin == 0 || line[times->begin - 1] != U'点') return times;
    const auto whole = count_before(line, times->begin - 1);
    if (!whole || times->parts >= 10 * one || times->end - times->begin != 1) return {};
    times->parts = whole->parts + times->parts / 10;
    times->begin = whole->begin;
    return times;
}

// "处货值金额2.4倍罚款49008元".
void check_multiple(Checker& checker, const Page& page, std::size_t number, std::size_t at) {
    const LettersView line = page.lines[number];
    const auto times = times_before(line, at);
    if (!times || times->parts == 0) return;
    const LettersView before = line.substr(sentence_begin(line, at), at - sentence_begin(line, at));
    const auto value_at = before.rfind(U"货值"), gains_at = before.rfind(U"违法所得");
    if (value_at == nowhere && gains_at == nowhere) return;
    const bool of_value = gains_at == nowhere || (value_at != nowhere && value_at > gains_at);
    for (const Amount& fine : page.amounts) {
        constexpr std::size_t reach = 14;
        if (fine.line != number || fine.begin < at || fine.begin - at > reach) continue;
        const LettersView between = line.substr(at, fine.begin - at);
        const bool is_fine = fine.label == U"罚款" || (has(between, U"罚款，") && between.ends_with(U"计"));
        if (!is_fine) continue;
        const auto base = base_of_multiple(page, number, times->begin, of_value);
        if (!base) return;
        const auto exact = product(base->in_fen() * 100, times->parts);
        if (!exact || *exact / 100 == fine.sum.in_fen()) return;
        checker.add(
            page, fine,
            {.rule = "sum.multiple",
             .found = chinese(fine.sum),
             .expected = number_text(*exact) + "元",
             .message = fmt::format("{}的{}倍应为{}元，文中罚款写作{}", chinese(*base),
                                    number_text(times->parts), number_text(*exact), chinese(fine.sum))});
        return;
    }
}

// 罚没款 is the fine and what is confiscated together; what is still owed may be less.
void check_fine_and_gains(Checker& checker) {
    const Page* decision = checker.page_titled(U"行政处罚决定书");
    if (!decision) return;
    base::Money together;
    bool has_fine = false;
    std::vector<base::Money> fines, gains;
    const auto decided = [&](const Amount& amount) {
        return has(sentence_at(decision->lines[amount.line], amount.begin), U"没收违法所得") ||
               amount.label == U"罚款";
    };
    for (const Amount& amount : decision->amounts) {
        if (amount.is_bound || !decided(amount)) continue;
        auto& list = amount.label == U"罚款" ? fines : gains;
        if (amount.label != U"罚款" && amount.label != U"违法所得") continue;
        if (std::ranges::find(list, amount.sum) == list.end()) list.push_back(amount.sum);
        has_fine = has_fine || amount.label == U"罚款";
    }
    if (fines.size() != 1 || gains.size() > 1 || !has_fine) return;
    together = fines.front() + (gains.empty() ? base::Money() : gains.front());
    for (const Page& page : checker.pages)
        for (const Amount& amount : page.amounts) {
            if ((amount.label != U"罚没款" && amount.label != U"罚没") || amount.sum <= together) continue;
            checker.add(page, amount,
                        {.rule = "sum.fine_and_gains",
                         .found = chinese(amount.sum),
                         .expected = chinese(together),
                         .message = fmt::format("罚没款写作{}，决定书的罚款与没收违法所得合计为{}",
                                                chinese(amount.sum), chinese(together))});
        }
}

}  // namespace

void check_sums(Checker& checker) {
    for (const Page& page : checker.pages)
        for (std::size_t i = 0; i < page.lines.size(); ++i) {
            const LettersView line = page.lines[i];
            for (std::size_t at = 0; at < line.size(); ++at) {
                if (line[at] == U'共' || line[at] == U'合' || line[at] == U'总') {
                    const LettersView rest = line.substr(at);
                    for (const LettersView word : {U"共计", U"合计", U"总计", U"共"})
                        if (rest.starts_with(word)) {
                            check_total(checker, page, i, at, word.size());
                            break;
                        }
                } else if (line[at] == U'每') {
                    check_product(checker, page, i, at);
                } else if (line[at] == U'×') {
                    check_formula(checker, page, i, at);
                } else if (line[at] == U'倍') {
                    check_multiple(checker, page, i, at);
                }
            }
        }
    check_fine_and_gains(checker);
}

}  // namespace proofread
