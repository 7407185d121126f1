#include "explorer/ranges.hpp"

#include <fmt/format.h>

namespace explorer {

namespace {

using discretion::Comparison;
using discretion::FactType;

std::string number_words(const Comparison& comparison, const discretion::FactName& fact) {
    if (fact.type == FactType::money) return sum_words(base::Money::fen(comparison.number));
    return std::to_string(comparison.number);
}

// 以上、以下 include the number, 不足、超过 exclude it (市场监督管理行政处罚程序规定 第八十四条).
std::string comparison_words(const Comparison& comparison, const discretion::Catalogue& catalogue) {
    const discretion::FactName& fact = catalogue.facts()[comparison.fact];
    if (fact.type == FactType::truth) return (comparison.number != 0 ? "" : "没有") + fact.title;
    if (fact.type == FactType::choice)
        return fmt::format(
            "{}为{}", fact.title,
            fact.choices[static_cast<std::size_t>(comparison.number)] == "natural" ? "自然人" : "单位");
    const std::string number = number_words(comparison, fact);
    switch (comparison.test) {
        case discretion::Test::less:
            return fmt::format("{}不足{}", fact.title, number);
        case discretion::Test::at_most:
            return fmt::format("{}在{}以下", fact.title, number);
        case discretion::Test::greater:
            return fmt::format("{}超过{}", fact.title, number);
        case discretion::Test::at_least:
            return fmt::format("{}在{}以上", fact.title, number);
        case discretion::Test::equal:
            return fmt::format("{}为{}", fact.title, number);
        case discretion::Test::none:
            break;
    }
    return "没有" + fact.title;
}

std::string all_words(const std::vector<Comparison>& all, const discretion::Catalogue& catalogue) {
    std::string words;
    for (const Comparison& comparison : all)
        words += (words.empty() ? "" : "，") + comparison_words(comparison, catalogue);
    return words;
}

}  // namespace

std::string sum_words(base::Money sum) {
    constexpr std::int64_t fen_of_ten_thousand = 1'000'000, fen_of_yuan = 100;
    const std::int64_t fen = sum.in_fen();
    if (fen >= fen_of_ten_thousand && fen % fen_of_ten_thousand == 0)
        return fmt::format("{}万元", fen / fen_of_ten_thousand);
    if (fen % fen_of_yuan == 0) return fmt::format("{}元", fen / fen_of_yuan);
    return sum.str() + "元";
}

std::string condition_words(const discretion::Condition& condition, const discretion::Catalogue& catalogue) {
    std::string words = all_words(condition.all, catalogue), any;
    for (const auto& alternative : condition.any)
        any += (any.empty() ? "" : "，或者") + all_words(alternative, catalogue);
    if (!words.empty() && !any.empty()) words += "，并且";
    return words + any;
}

std::string range_words(const discretion::Bracket& bracket, const discretion::Catalogue& catalogue) {
    std::string words;
    if (bracket.is_multiple) {
        const std::string& base = catalogue.facts()[bracket.base].title;
        words = bracket.least.ten_thousandths == 0
                    ? fmt::format("{}的{}倍以下", base, bracket.most.str())
                    : fmt::format("{}的{}倍以上{}倍以下", base, bracket.least.str(), bracket.most.str());
        if (bracket.base_floor)
            words += fmt::format("，{}不足{}的按{}计算", base, sum_words(*bracket.base_floor),
                                 sum_words(*bracket.base_floor));
        if (bracket.cap) words += fmt::format("，最高不超过{}", sum_words(*bracket.cap));
        return words;
    }
    if (bracket.min == bracket.max) return sum_words(bracket.max);
    if (bracket.min == base::Money()) return sum_words(bracket.max) + "以下";
    return fmt::format("{}以上{}以下", sum_words(bracket.min), sum_words(bracket.max));
}

}  // namespace explorer
