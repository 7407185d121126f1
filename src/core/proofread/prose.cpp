#include <fmt/format.h>

#include <algorithm>

#include "proofread/checker.hpp"
#include "proofread/figures.hpp"

namespace proofread {

namespace {

// Sums worked out in one sentence of running words, as offices write them without a form.

using Words = std::initializer_list<LettersView>;

bool has_any(LettersView words, Words wanted) {
    return std::ranges::any_of(wanted, [&](LettersView word) { return has(words, word); });
}

bool ends_with_any(LettersView words, Words endings) {
    return std::ranges::any_of(endings, [&](LettersView ending) { return words.ends_with(ending); });
}

std::int64_t apart(std::int64_t a, std::int64_t b) {
    return std::max(a, b) - std::min(a, b);
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

// One sentence of a paper, where it begins in its line, and the sums in it.
struct Sentence {
    const Page& page;
    std::size_t line, begin;
    LettersView words;
    std::vector<const Amount*> amounts = {};

    LettersView before(const Amount& amount) const { return words.substr(0, amount.begin - begin); }
    // The one sum that stands right behind one of these words.
    const Amount* sole(Words endings) const {
        const Amount* found = nullptr;
        for (const Amount* amount : amounts) {
            LettersView words_before = before(*amount);
            const bool is_right_behind = ends_with_any(words_before, endings);
            for (const LettersView filler : {U"人民币", U"共计", U"为", U"是", U"：", U"共", U"计", U"，"})
                if (words_before.ends_with(filler)) words_before.remove_suffix(filler.size());
            if (!is_right_behind && !ends_with_any(words_before, endings)) continue;
            if (found) return nullptr;
            found = amount;
        }
        return found;
    }
};

void add(Checker& checker, const Sentence& sentence, const Amount& amount, std::string_view rule,
         std::int64_t right, std::string message) {
    checker.add(sentence.page, amount,
                {.rule = rule,
                 .found = chinese(amount.sum),
                 .expected = number_text(right) + "元",
                 .message = std::move(message)});
}

constexpr std::int64_t fen_max = 100'000'000'000'000;  // beyond it nothing is worked out

std::int64_t parts_of(const Amount& amount) {
    return amount.sum.in_fen() * 100;
}

// "2.042万元（204200元）", "20420元，即20.42万元": one sum in two units.
void check_two_units(Checker& checker, const Sentence& sentence) {
    constexpr LettersView joints = U"（(，,即折合人民币为计合：也就是等于";
    for (std::size_t i = 0; i + 1 < sentence.amounts.size(); ++i) {
        const Amount &first = *sentence.amounts[i], &second = *sentence.amounts[i + 1];
        if (first.in_wan == second.in_wan || first.is_bound || second.is_bound) continue;
        const LettersView between =
            sentence.words.substr(first.end - sentence.begin, second.begin - first.end);
        const bool joins =
            !between.empty() && between.size() <= 9 && between != U"，" && between != U"," &&
            std::ranges::all_of(between, [&](char32_t letter) { return joints.find(letter) != nowhere; });
        if (!joins) continue;
        const Amount& wan = first.in_wan ? first : second;
        const auto figure = figure_at(sentence.page.lines[sentence.line], wan.begin);
        if (!figure) continue;
        std::int64_t last_place = 1'000'000;  // fen of 万元
        for (int k = 0; k < figure->decimals; ++k) last_place /= 10;
        if (apart(first.sum.in_fen(), second.sum.in_fen()) < std::max<std::int64_t>(last_place, 1)) continue;
        checker.add(sentence.page, second,
                    {.rule = "unit.yuan",
                     .found = text_of(sentence.page.view(second)),
                     .expected = chinese(first.sum),
                     .message = fmt::format("{}与{}不是同一数额", text_of(sentence.page.view(first)),
                                            text_of(sentence.page.view(second))),
                     .other_page = &sentence.page,
                     .other = first});
    }
}

LettersView unit_at(LettersView words, std::size_t at) {
    const LettersView rest = words.substr(std::min(at, words.size()));
    if (rest.empty()) return {};
    for (const LettersView unit : {U"千克", U"公斤", U"毫升"})
        if (rest.starts_with(unit)) return unit;
    if (is_han(rest.front())) return rest.substr(0, 1);
    std::size_t end = 0;
    while (end < rest.size() && is_latin(rest[end])) ++end;
    return rest.substr(0, end);
}

// "单价12元/盒，共销售30盒，销售额380元": one price for one unit, one quantity of it, one result.
void check_price(Checker& checker, const Sentence& sentence) {
    const LettersView words = sentence.words;
    if (has_any(words, {U"约", U"其中", U"优惠", U"折", U"扣除", U"运费", U"税", U"退", U"赠", U"定金"}))
        return;
    const Amount* price = nullptr;
    LettersView unit;
    for (const Amount* amount : sentence.amounts) {
        const std::size_t at = amount->end - sentence.begin;
        if (at >= words.size() || words[at] != U'/') continue;
        if (price) return;
        price = amount;
        unit = unit_at(words, at + 1);
    }
    if (!price || unit.empty() || price->in_wan) return;
    std::optional<Figure> quantity;
    for (std::size_t at = 0; at < words.size();) {
        const auto figure = is_digit(words[at]) ? figure_at(words, at) : std::nullopt;
        if (!figure) {
            ++at;
            continue;
        }
        if (unit_at(words, figure->end) == unit) {
            if (quantity) return;
            quantity = figure;
        }
        at = figure->end;
    }
    const Amount* result = sentence.sole({U"销售额", U"得款", U"货款", U"销售收入", U"收入", U"价款",
                                          U"销售款", U"合计", U"货值金额", U"货值", U"销售金额", U"总价"});
    if (!quantity || !result || result == price || result->in_wan || result->begin < price->end ||
        result->begin - sentence.begin < quantity->end)
        return;
    const auto exact = product(parts_of(*price), quantity->parts);
    if (!exact || *exact == parts_of(*result)) return;
    add(checker, sentence, *result, "sum.product", *exact,
        fmt::format("{}×{}应为{}元，文中写作{}", chinese(price->sum), number_text(quantity->parts),
                    number_text(*exact), chinese(result->sum)));
}

// "销售收入3000元，进货成本1800元，获利1500元". What the law calls 违法所得 may be the whole income.
void check_gain(Checker& checker, const Sentence& sentence) {
    if (has_any(sentence.words,
                {U"扣除", U"税", U"费", U"退", U"其中", U"约", U"左右", U"另", U"尚有", U"赔"}))
        return;
    const Amount* income = sentence.sole({U"销售收入", U"销售额", U"销售金额", U"销售款"});
    const Amount* cost = sentence.sole({U"成本", U"进货款", U"购进成本", U"进价款"});
    const Amount* profit = sentence.sole({U"获利", U"盈利", U"利润", U"赚"});
    const Amount* gains = sentence.sole({U"违法所得"});
    const Amount* told = profit ? profit : gains;
    if (!income || !cost || !told || told->begin < cost->end || income->sum < cost->sum) return;
    const base::Money right = income->sum - cost->sum;
    if (right.in_fen() > fen_max) return;
    if (told->sum == right || (told == gains && told->sum == income->sum)) return;
    add(checker, sentence, *told, "sum.profit", right.in_fen() * 100,
        fmt::format("{}减{}应为{}，文中写作{}", chinese(income->sum), chinese(cost->sum), chinese(right),
                    chinese(told->sum)));
}

// "逾期10日未缴罚款50000元，按每日百分之三加处罚款，共计1500元" (行政处罚法 第七十二条: never more than the
// fine).
void check_late_fee(Checker& checker, const Sentence& sentence) {
    const LettersView words = sentence.words;
    const auto late = words.find(U"加处罚款");
    const auto overdue = words.find(U"逾期");
    if (late == nowhere || overdue == nowhere || !has_any(words, {U"百分之三", U"3%", U"3％"})) return;
    const auto days = count_at(words, overdue + 2);
    if (!days || !days->is_whole() || days->whole() > 3'650) return;
    if (const LettersView unit = unit_at(words, days->end); unit != U"日" && unit != U"天") return;
    const Amount *fine = nullptr, *fee = nullptr;
    for (const Amount* amount : sentence.amounts) {
        const bool is_fee = amount->begin - sentence.begin > late;
        const Amount*& place = is_fee ? fee : fine;
        if (place || (!is_fee && amount->label != U"罚款")) return;
        place = amount;
    }
    if (!fine || !fee || fine->sum.in_fen() > fen_max) return;
    const std::int64_t fen = std::min(fine->sum.in_fen() * 3 * days->whole() / 100, fine->sum.in_fen());
    if (fee->sum.in_fen() == fen || fee->sum.in_fen() == fen + fine->sum.in_fen()) return;
    add(checker, sentence, *fee, "sum.product", fen * 100,
        fmt::format("{}逾期{}日，按每日百分之三加处罚款应为{}元，文中写作{}", chinese(fine->sum),
                    days->whole(), number_text(fen * 100), chinese(fee->sum)));
}

}  // namespace

void check_prose(Checker& checker) {
    for (const Page& page : checker.pages)
        for (std::size_t i = 0; i < page.lines.size(); ++i) {
            if (page.is_row(i)) continue;
            const LettersView line = page.lines[i];
            std::vector<const Amount*> amounts;
            for (const Amount& amount : page.amounts)
                if (amount.line == i) amounts.push_back(&amount);
            for (std::size_t at = 0; at < line.size();) {
                Sentence sentence{page, i, at, sentence_at(line, at)};
                const std::size_t end = at + sentence.words.size();
                for (const Amount* amount : amounts)
                    if (amount->begin >= at && amount->end <= end) sentence.amounts.push_back(amount);
                check_two_units(checker, sentence);
                check_price(checker, sentence);
                check_gain(checker, sentence);
                check_late_fee(checker, sentence);
                at = end + 1;
            }
        }
}

}  // namespace proofread
