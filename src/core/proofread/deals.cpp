#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "proofread/checker.hpp"
#include "proofread/figures.hpp"

namespace proofread {

namespace {

// What one sentence tells of a trade: bought, sold, left, at which prices, and what was earned by it.

using Words = std::initializer_list<LettersView>;

struct Quantity {
    Figure figure;
    LettersView unit;  // 双, kg
};

LettersView unit_behind(LettersView words, std::size_t at) {
    const LettersView rest = words.substr(std::min(at, words.size()));
    if (rest.empty()) return {};
    if (is_han(rest.front())) return rest.substr(0, 1);
    std::size_t end = 0;
    while (end < rest.size() && is_latin(rest[end])) ++end;
    return rest.substr(0, end);
}

// "已售8双", "库存还有36盒": the number stands right behind the word, or behind one of these fillers.
std::optional<Quantity> quantity_behind(LettersView sentence, std::size_t at) {
    for (const LettersView filler : {U"还有", U"尚有", U"共计", U"共", U"了", U"出", U"的是", U"为", U"："})
        if (sentence.substr(std::min(at, sentence.size())).starts_with(filler)) at += filler.size();
    const auto figure = figure_at(sentence, at);
    if (!figure) return {};
    const LettersView unit = unit_behind(sentence, figure->end);
    if (unit.empty() || unit == U"元" || unit == U"万" || unit == U"年" || unit == U"月" || unit == U"日" ||
        unit == U"次" || unit == U"批")
        return {};
    return Quantity{*figure, unit};
}

// The one quantity behind any of these words; nothing when the sentence tells two.
std::optional<Quantity> sole_quantity(LettersView sentence, Words words) {
    std::optional<Quantity> found;
    for (const LettersView word : words)
        for (const std::size_t at : places_of(sentence, word)) {
            const auto quantity = quantity_behind(sentence, at + word.size());
            if (!quantity) continue;
            if (found && found->figure.begin != quantity->figure.begin) return {};
            found = quantity;
        }
    return found;
}

bool has_any(LettersView sentence, Words words) {
    return std::ranges::any_of(words, [&](LettersView word) { return has(sentence, word); });
}

std::string said(std::int64_t parts, LettersView unit) {
    std::string text = std::to_string(parts / one);
    if (const auto rest = parts % one; rest != 0) {
        std::string decimals = std::to_string(one + rest).substr(1);
        while (decimals.ends_with('0')) decimals.pop_back();
        text += "." + decimals;
    }
    return text + text_of(unit);
}

// One sentence of a paper and where it begins in its line.
struct Sentence {
    const Page& page;
    std::size_t line, begin;
    LettersView words;

    Spot spot(const Figure& figure, LettersView unit) const {
        return {line, begin + figure.begin, begin + figure.end + unit.size()};
    }
};

// "共购进20双，已售8双，剩余12双", where nothing else came or went.
void check_stock(Checker& checker, const Sentence& sentence) {
    const LettersView words = sentence.words;
    if (has_any(words, {U"原有", U"原库存", U"期初", U"此前", U"另有", U"又购", U"再次购", U"自用", U"赠",
                        U"损耗", U"损坏",   U"报废", U"丢",   U"召回", U"抽样", U"抽检",   U"检验", U"备样",
                        U"试用", U"食用",   U"使用", U"扣押", U"查封", U"其中", U"销毁",   U"破损", U"变质",
                        U"批发", U"零售",   U"封存", U"抽取", U"留样", U"登记"}))
        return;
    const auto bought = sole_quantity(words, {U"购进", U"购入", U"进货", U"进的是"});
    const auto sold = sole_quantity(words, {U"已售", U"售出", U"已销售", U"销售", U"卖掉", U"卖出", U"卖了"});
    const auto left = sole_quantity(words, {U"剩余", U"尚余", U"余下", U"库存还有", U"剩下", U"还剩"});
    if (!bought || !sold || !left || bought->unit != sold->unit || sold->unit != left->unit) return;
    const auto back = words.find(U"退");
    if (back != nowhere && back < left->figure.begin) return;
    const std::int64_t right = bought->figure.parts - sold->figure.parts;
    if (right < 0 || right == left->figure.parts) return;
    checker.add(sentence.page, sentence.spot(left->figure, left->unit),
                {.rule = "count.stock",
                 .found = said(left->figure.parts, left->unit),
                 .expected = said(right, left->unit),
                 .message = fmt::format("购进{}、售出{}，剩余应为{}，文中写作{}",
                                        said(bought->figure.parts, bought->unit),
                                        said(sold->figure.parts, sold->unit), said(right, left->unit),
                                        said(left->figure.parts, left->unit))});
}

// "每双进价35元", "进价每双35元", "进价2.50元一盒", "进价35元/双": the price of one, in this unit.
std::optional<Figure> price(LettersView sentence, Words words, LettersView unit) {
    std::optional<Figure> found;
    for (const LettersView word : words)
        for (const std::size_t at : places_of(sentence, word)) {
            const Letters each = U"每" + Letters(unit);
            std::size_t from = at + word.size();
            bool of_one = sentence.substr(0, at).ends_with(each);
            for (const LettersView filler : {U"为", U"是", U"：", U"人民币"})
                if (sentence.substr(from).starts_with(filler)) from += filler.size();
            if (sentence.substr(from).starts_with(each)) {
                of_one = true;
                from += each.size();
            }
            const auto figure = figure_at(sentence, from);
            if (!figure || !sentence.substr(figure->end).starts_with(U"元")) continue;
            const LettersView behind = sentence.substr(figure->end + 1);
            of_one = of_one || behind.starts_with(U"一" + Letters(unit)) ||
                     behind.starts_with(U"/" + Letters(unit)) || behind.starts_with(each);
            if (!of_one || (found && found->begin != figure->begin)) return {};
            found = figure;
        }
    return found;
}

// "每双进价35元，已售8双，每双售价60元，获利200元": what is earned is the difference of the prices, as often
// as something was sold, where nothing else is taken off.
void check_profit(Checker& checker, const Sentence& sentence) {
    const LettersView words = sentence.words;
    if (has_any(words, {U"扣除", U"税", U"费", U"折", U"优惠", U"退款", U"退货款", U"约", U"左右", U"其中"}))
        return;
    const auto sold = sole_quantity(words, {U"已售", U"售出", U"已销售", U"卖掉", U"卖出", U"卖了"});
    if (!sold) return;
    const auto in = price(words, {U"进价", U"购进价", U"进货价"}, sold->unit);
    const auto out = price(words, {U"售价", U"销售价", U"卖价"}, sold->unit);
    if (!in || !out || out->parts < in->parts) return;
    std::optional<Figure> earned;
    for (const LettersView word : {U"获利", U"盈利", U"赚了"})
        for (const std::size_t at : places_of(words, word)) {
            const std::size_t from =
                at + word.size() + (words.substr(at + word.size()).starts_with(U"为") ? 1 : 0);
            const auto figure = figure_at(words, from);
            if (!figure || !words.substr(figure->end).starts_with(U"元")) continue;
            if (earned && earned->begin != figure->begin) return;
            earned = figure;
        }
    const auto right = product(out->parts - in->parts, sold->figure.parts);
    if (!earned || !right || *right == earned->parts) return;
    checker.add(sentence.page, sentence.spot(*earned, U"元"),
                {.rule = "sum.profit",
                 .found = said(earned->parts, U"元"),
                 .expected = said(*right, U"元"),
                 .message = fmt::format("每{}进价{}、售价{}，售出{}，获利应为{}，文中写作{}",
                                        text_of(sold->unit), said(in->parts, U"元"), said(out->parts, U"元"),
                                        said(sold->figure.parts, sold->unit), said(*right, U"元"),
                                        said(earned->parts, U"元"))});
}

// A measured value against its limit, and what the report says of it.
struct Verdict {
    bool at_most = true;  // ≤; else ≥
    Figure limit, value;
    bool passes = true;  // as the paper says
};

void judge(Checker& checker, const Page& page, std::size_t line, std::size_t from, const Verdict& verdict) {
    const bool fits = verdict.at_most ? verdict.value.parts <= verdict.limit.parts
                                      : verdict.value.parts >= verdict.limit.parts;
    if (fits == verdict.passes) return;
    const std::string value = said(verdict.value.parts, {}), limit = said(verdict.limit.parts, {});
    checker.add(page, {line, from + verdict.value.begin, from + verdict.value.end},
                {.rule = "twice.verdict",
                 .severity = Severity::warning,
                 .found = verdict.passes ? "合格" : "不合格",
                 .expected = fits ? "合格" : "不合格",
                 .message = fmt::format("限值{}{}，实测{}，与结论“{}”不符", verdict.at_most ? "≤" : "≥",
                                        limit, value, verdict.passes ? "合格" : "不合格")});
}

// The one other number of a sentence in the unit of its limit.
std::optional<Figure> sole_measure(LettersView words, const Figure& limit, LettersView unit) {
    std::optional<Figure> found;
    for (std::size_t at = 0; at < words.size();) {
        const auto figure = is_digit(words[at]) ? figure_at(words, at) : std::nullopt;
        if (figure && figure->begin != limit.begin && words.substr(figure->end).starts_with(unit)) {
            if (found) return {};
            found = figure;
        }
        at = figure ? figure->end : at + 1;
    }
    return found;
}

// "标准指标≤1.0g/kg，实测值0.62g/kg，单项判定不合格", of one item in one clause.
void check_verdict(Checker& checker, const Sentence& sentence) {
    const LettersView words = sentence.words;
    Verdict verdict;
    const auto mark = words.find_first_of(U"≤≥");
    if (mark == nowhere || words.find_first_of(U"≤≥～~", mark + 1) != nowhere) return;
    const auto limit = figure_at(words, mark + 1);
    std::optional<Figure> value;
    for (const LettersView word : {U"实测值", U"检测值", U"测定值", U"检验结果", U"检测结果", U"检验值"})
        for (const std::size_t at : places_of(words, word)) {
            const std::size_t from = at + word.size();
            const bool is_joined = from < words.size() && (words[from] == U'为' || words[from] == U'：');
            const auto figure = figure_at(words, from + (is_joined ? 1 : 0));
            if (!figure) continue;
            if (value) return;
            value = figure;
        }
    const auto said_so = words.find(U"合格");
    const auto unit = [&](const Figure& figure) {
        std::size_t end = figure.end;
        while (end < words.size() && !is_han(words[end]) &&
               LettersView(U"，、；。 ").find(words[end]) == nowhere)
            ++end;
        return words.substr(figure.end, end - figure.end);
    };
    if (!limit) return;
    if (!value && !unit(*limit).empty()) value = sole_measure(words, *limit, unit(*limit));
    if (!value || value->begin == limit->begin || said_so == nowhere || said_so < value->end ||
        said_so < limit->end || words.find(U"合格", said_so + 1) != nowhere)
        return;
    if (unit(*limit) != unit(*value)) return;
    verdict.at_most = words[mark] == U'≤';
    verdict.limit = *limit;
    verdict.value = *value;
    verdict.passes = words[said_so - 1] != U'不';
    judge(checker, sentence.page, sentence.line, sentence.begin, verdict);
}

// "| 苯甲酸 | g/kg | ≤1.0 | 0.62 | 不合格 |".
void check_row(Checker& checker, const Page& page, std::size_t number) {
    Verdict verdict;
    std::optional<Figure> limit, value;
    std::size_t at = 0;
    bool is_judged = false;
    for (const Cell& cell : page.rows[number]) {
        const LettersView text = cell.text;
        if (text.starts_with(U"≤") || text.starts_with(U"≥")) {
            if (limit) return;
            limit = figure_at(text, 1);
            if (!limit || limit->end != text.size()) return;
            verdict.at_most = text.front() == U'≤';
        } else if (text == U"合格" || text == U"不合格") {
            if (is_judged) return;
            is_judged = true;
            verdict.passes = text == U"合格";
        } else if (const auto figure = figure_at(text, 0); limit && figure && figure->end == text.size()) {
            if (value) return;
            value = figure;
            at = cell.begin;
        }
    }
    if (!limit || !value || !is_judged) return;
    verdict.limit = *limit;
    verdict.value = *value;
    judge(checker, page, number, at, verdict);
}

}  // namespace

void check_deals(Checker& checker) {
    for (const Page& page : checker.pages)
        for (std::size_t i = 0; i < page.lines.size(); ++i) {
            if (page.is_row(i)) {
                check_row(checker, page, i);
                continue;
            }
            const LettersView line = page.lines[i];
            for (std::size_t at = 0; at < line.size();) {
                const Sentence sentence{page, i, at, sentence_at(line, at)};
                check_stock(checker, sentence);
                check_profit(checker, sentence);
                check_verdict(checker, sentence);
                at += sentence.words.size() + 1;
            }
        }
}

}  // namespace proofread
