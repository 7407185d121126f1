#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "proofread/checker.hpp"
#include "proofread/figures.hpp"

namespace proofread {

namespace {

using Sums = std::vector<const Amount*>;

// A fine that is fixed here, not one that is owed or paid in part or is an end of a range.
Sums fines_of(const Page& page) {
    Sums fines;
    for (const Amount& amount : page.amounts) {
        if (amount.label != U"罚款" || amount.is_bound) continue;
        const LettersView line = page.lines[amount.line];
        constexpr std::size_t reach = 8;
        const LettersView before =
            line.substr(amount.begin - std::min(amount.begin, reach), std::min(amount.begin, reach));
        const bool partial = std::ranges::any_of(
            before, [](char32_t letter) { return LettersView(U"缴交欠余").find(letter) != nowhere; });
        if (!partial) fines.push_back(&amount);
    }
    return fines;
}

std::vector<base::Money> different(const Sums& sums) {
    std::vector<base::Money> values;
    for (const Amount* amount : sums)
        if (std::ranges::find(values, amount->sum) == values.end()) values.push_back(amount->sum);
    return values;
}

// Several fines in one paper: one for each violation, and perhaps all together.
bool are_parts(const Page& page) {
    return std::ranges::any_of(page.lines, [](const Letters& line) {
        return has(line, U"合并处罚") || has(line, U"分别") || has(line, U"合并执行") ||
               has(line, U"合计罚款");
    });
}

// The fine of a paper that names only one.
const Amount* sole_fine(const Page* page) {
    if (!page) return nullptr;
    const Sums fines = fines_of(*page);
    return different(fines).size() == 1 ? fines.back() : nullptr;
}

bool is_yuan_slip(base::Money a, base::Money b) {
    const auto less = std::min(a, b), more = std::max(a, b);
    return less.in_fen() > 0 && less.in_fen() * 10'000 == more.in_fen();
}

// Within the decision: the reasons and the decision itself name one fine.
void check_within(Checker& checker, const Page& page) {
    const Sums fines = fines_of(page);
    const auto values = different(fines);
    if (values.size() != 2 || are_parts(page)) return;
    const Amount& last = *fines.back();
    for (const Amount* amount : fines) {
        if (amount->sum == last.sum) continue;
        checker.add(page, *amount,
                    {.rule = is_yuan_slip(amount->sum, last.sum) ? "unit.yuan" : "twice.fine",
                     .found = text_of(page.view(*amount)),
                     .expected = text_of(page.view(last)),
                     .message = fmt::format("同一文书的罚款前后不一：此处{}，他处{}",
                                            text_of(page.view(*amount)), text_of(page.view(last))),
                     .other_page = &page,
                     .other = last});
    }
}

// 行政处罚法 第四十四条、第四十五条: what is decided was notified, and a defence makes it no heavier.
void check_notified(Checker& checker, const Page& decision, const Page& notice) {
    const Amount *decided = sole_fine(&decision), *notified = sole_fine(&notice);
    if (!decided || !notified || decided->sum == notified->sum) return;
    const bool slip = is_yuan_slip(decided->sum, notified->sum);
    const bool more = decided->sum > notified->sum;
    const bool explained = std::ranges::any_of(decision.lines, [](const Letters& line) {
        return has(line, U"予以采纳") && !has(line, U"不予采纳");
    });
    if (!slip && !more && explained) return;
    checker.add(
        decision, *decided,
        {.rule = slip   ? "unit.yuan"
                 : more ? "fine.above_notified"
                        : "fine.differs_from_notified",
         .severity = more || slip ? Severity::error : Severity::warning,
         .found = text_of(decision.view(*decided)),
         .expected = text_of(notice.view(*notified)),
         .message = slip   ? fmt::format("罚款与告知书相差一万倍：决定{}，告知{}",
                                         text_of(decision.view(*decided)), text_of(notice.view(*notified)))
                    : more ? fmt::format("决定罚款{}，超过告知的{}", text_of(decision.view(*decided)),
                                         text_of(notice.view(*notified)))
                           : fmt::format("决定罚款{}，告知为{}，文中未说明采纳了哪项意见",
                                         text_of(decision.view(*decided)), text_of(notice.view(*notified))),
         .basis = "行政处罚法 第四十四条、第四十五条",
         .other_page = &notice,
         .other = *notified});
}

// Every paper that tells what was decided.
void check_followers(Checker& checker, const Page& decision) {
    const Amount* decided = sole_fine(&decision);
    if (!decided) return;
    constexpr std::array<LettersView, 7> followers{
        U"行政处罚信息摘要",   U"分期缴纳罚款通知书",   U"延期缴纳罚款通知书",    U"结案审批表",
        U"行政处理决定审批表", U"行政处罚文书送达公告", U"行政处罚决定履行催告书"};
    for (const Page& page : checker.pages) {
        const bool follows = std::ranges::any_of(followers, [&](LettersView form) { return page.is(form); });
        if (!follows) continue;
        for (const Amount* amount : fines_of(page)) {
            if (amount->sum == decided->sum) continue;
            checker.add(
                page, *amount,
                {.rule = is_yuan_slip(amount->sum, decided->sum) ? "unit.yuan" : "twice.fine",
                 .found = text_of(page.view(*amount)),
                 .expected = text_of(decision.view(*decided)),
                 .message = fmt::format("罚款与决定书不一：此处{}，决定书{}", text_of(page.view(*amount)),
                                        text_of(decision.view(*decided))),
                 .other_page = &decision,
                 .other = *decided});
        }
    }
}

// The report proposed what was notified and decided.
void check_report(Checker& checker, const Page& decision, const Page& notice) {
    const Page* report = checker.page_titled(U"案件调查终结报告");
    const Amount *proposed = sole_fine(report), *decided = sole_fine(&decision),
                 *notified = sole_fine(&notice);
    if (!proposed || !decided || !notified || decided->sum != notified->sum || proposed->sum == decided->sum)
        return;
    checker.add(*report, *proposed,
                {.rule = is_yuan_slip(proposed->sum, decided->sum) ? "unit.yuan" : "twice.fine",
                 .severity = Severity::warning,
                 .found = text_of(report->view(*proposed)),
                 .expected = text_of(decision.view(*decided)),
                 .message = fmt::format("调查终结报告建议罚款{}，告知和决定为{}",
                                        text_of(report->view(*proposed)), text_of(decision.view(*decided))),
                 .other_page = &decision,
                 .other = *decided});
}

std::optional<base::Money> sum_in_words(LettersView line, std::size_t end) {
    const auto count = count_before(line, end);
    if (!count) return {};
    return base::Money::fen(count->parts / 100);
}

// "在五万元以上十万元以下的法定幅度内": the one range the paper names, and its one fine.
void check_range(Checker& checker, const Page& page) {
    const Amount* fine = sole_fine(&page);
    if (!fine) return;
    std::optional<std::pair<base::Money, base::Money>> range;
    Spot spot;
    for (std::size_t i = 0; i < page.lines.size(); ++i) {
        const LettersView line = page.lines[i];
        if (has(line, U"减轻处罚") && !has(line, U"没有") && !has(line, U"不具有")) return;
        for (const std::size_t at : places_of(line, U"元以上")) {
            const auto to = line.find(U"元以下", at);
            if (to == nowhere || to - at > 16) continue;
            const auto low = sum_in_words(line, at), high = sum_in_words(line, to);
            const LettersView after = line.substr(to + 3);
            if (!low || !high ||
                !(after.starts_with(U"的法定幅度") || after.starts_with(U"的罚款幅度") ||
                  after.starts_with(U"的幅度")))
                continue;
            if (range && *range != std::pair{*low, *high}) return;
            range = {*low, *high};
            spot = {i, at, to + 3};
        }
    }
    if (!range || (fine->sum >= range->first && fine->sum <= range->second)) return;
    checker.add(page, *fine,
                {.rule = "fine.outside_range",
                 .found = text_of(page.view(*fine)),
                 .expected = fmt::format("{}至{}", chinese(range->first), chinese(range->second)),
                 .message = fmt::format("罚款{}不在文中所述幅度{}至{}之内", text_of(page.view(*fine)),
                                        chinese(range->first), chinese(range->second)),
                 .other_page = &page,
                 .other = spot});
}

}  // namespace

void check_fines(Checker& checker) {
    const Page *decision = checker.page_titled(U"行政处罚决定书"),
               *notice = checker.page_titled(U"行政处罚告知书");
    for (const Page& page : checker.pages)
        if (page.is(U"行政处罚决定书") || page.is(U"行政处罚告知书") || page.is(U"当场行政处罚决定书")) {
            check_within(checker, page);
            check_range(checker, page);
        }
    if (!decision) return;
    check_followers(checker, *decision);
    if (!notice) return;
    check_notified(checker, *decision, *notice);
    check_report(checker, *decision, *notice);
}

}  // namespace proofread
