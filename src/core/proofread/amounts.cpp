#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "proofread/checker.hpp"

namespace proofread {

namespace {

struct Told {
    const Page* page;
    const Amount* amount;
};

// Papers made when the investigation was over: what was found is fixed by then.
bool is_final(const Page& page) {
    constexpr std::array<LettersView, 10> forms{
        U"案件调查终结报告",   U"案件审核表",          U"行政处罚告知书",   U"行政处罚案件集体讨论记录",
        U"行政处理决定审批表", U"行政处罚决定书",      U"行政处罚信息摘要", U"违法所得计算表",
        U"结案审批表",         U"行政处罚文书送达公告"};
    return std::ranges::any_of(forms, [&](LettersView form) { return page.is(form); });
}

bool is_of_one_item(const Page& page, const Amount& amount) {
    const LettersView sentence = sentence_at(page.lines[amount.line], amount.begin);
    return amount.is_bound || has(sentence, U"其中") || has(sentence, U"分别") || has(sentence, U"每");
}

void compare(Checker& checker, const std::vector<Told>& told, LettersView label) {
    const auto votes = [&](const Told& one_of) {
        return std::ranges::count_if(
            told, [&](const Told& other) { return other.amount->sum == one_of.amount->sum; });
    };
    if (told.empty()) return;
    const Told& usual = *std::ranges::max_element(told, {}, votes);
    for (const Told& one_of : told) {
        if (one_of.amount->sum == usual.amount->sum) continue;
        const auto less = std::min(one_of.amount->sum, usual.amount->sum),
                   more = std::max(one_of.amount->sum, usual.amount->sum);
        const bool unit = less.in_fen() > 0 && less.in_fen() * 10'000 == more.in_fen();
        if (!unit && votes(usual) < 2) continue;
        const std::string here = text_of(one_of.page->view(*one_of.amount)),
                          there = text_of(usual.page->view(*usual.amount));
        checker.add(
            *one_of.page, *one_of.amount,
            {.rule = unit ? "unit.yuan" : "twice.amount",
             .found = here,
             .expected = there,
             .message = unit ? fmt::format("{}相差一万倍：此处{}，他处{}", text_of(label), here, there)
                             : fmt::format("{}前后不一：此处{}，他处{}", text_of(label), here, there),
             .other_page = usual.page,
             .other = *usual.amount});
    }
}

}  // namespace

void check_amounts(Checker& checker) {
    for (const LettersView label : {U"违法所得", U"货值", U"销售收入"}) {
        std::vector<Told> told;
        for (const Page& page : checker.pages) {
            if (!is_final(page)) continue;
            for (const Amount& amount : page.amounts)
                if (amount.label == label && !is_of_one_item(page, amount)) told.push_back({&page, &amount});
        }
        compare(checker, told, label);
    }
}

}  // namespace proofread
