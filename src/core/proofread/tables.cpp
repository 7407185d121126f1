#include <fmt/format.h>

#include <algorithm>

#include "proofread/checker.hpp"
#include "proofread/figures.hpp"

namespace proofread {

namespace {

using Rows = std::vector<const std::vector<Cell>*>;

// A cell that is a number and nothing else but its unit.
std::optional<Figure> number_of(const Cell& cell) {
    LettersView words = trimmed(cell.text);
    for (const LettersView mark : {U"¥", U"￥", U"人民币"})
        if (words.starts_with(mark)) words.remove_prefix(mark.size());
    const auto figure = figure_at(words, 0);
    if (!figure) return {};
    const LettersView rest = trimmed(words.substr(figure->end));
    const bool only_unit = rest.size() <= 2 && std::ranges::all_of(rest, is_han);
    return only_unit ? figure : std::nullopt;
}

bool names(const Cell& cell, std::initializer_list<LettersView> words) {
    return std::ranges::any_of(words, [&](LettersView word) { return has(cell.text, word); });
}

std::string yuan(std::int64_t parts) {
    return base::Money::fen(parts / 100).str();
}

std::optional<std::size_t> column(const std::vector<Cell>& head, std::initializer_list<LettersView> words,
                                  std::initializer_list<LettersView> but = {}) {
    for (std::size_t i = 0; i < head.size(); ++i)
        if (names(head[i], words) && !names(head[i], but)) return i;
    return {};
}

bool is_total(const std::vector<Cell>& row) {
    return !row.empty() && row.size() > 1 && std::ranges::any_of(row, [](const Cell& cell) {
        const Letters words = without_spaces(cell.text);
        return words == U"合计" || words == U"总计" || words == U"共计" || words == U"小计" ||
               words == U"金额合计";
    });
}

// 单价 × 数量 = 金额 in every row that has all three.
void check_rows(Checker& checker, const Page& page, const Rows& rows) {
    const auto& head = *rows.front();
    const auto price = column(head, {U"单价"}), quantity = column(head, {U"数量"});
    const auto sum = column(head, {U"金额", U"货值", U"小计", U"总价", U"价款"}, {U"单价"});
    if (!price || !quantity || !sum) return;
    for (std::size_t i = 1; i < rows.size(); ++i) {
        const auto& row = *rows[i];
        if (row.size() != head.size() || is_total(row)) continue;
        const auto p = number_of(row[*price]), q = number_of(row[*quantity]), s = number_of(row[*sum]);
        if (!p || !q || !s) continue;
        const auto exact = product(p->parts, q->parts);
        if (!exact || *exact == s->parts) continue;
        checker.add(
            page, row[*sum],
            {.rule = "sum.product",
             .found = text_of(row[*sum].text),
             .expected = yuan(*exact),
             .message = fmt::format("单价{}×数量{}应为{}元，本行写作{}", text_of(row[*price].text),
                                    text_of(row[*quantity].text), yuan(*exact), text_of(row[*sum].text))});
    }
}

// The sum of a column against the figure of the last row.
void check_total_cell(Checker& checker, const Page& page, const Rows& rows, std::size_t at,
                      std::size_t from_end) {
    const auto& total = *rows[at];
    const Cell& cell = total[total.size() - 1 - from_end];
    const auto written = number_of(cell);
    if (!written) return;
    std::int64_t sum = 0;
    std::size_t count = 0;
    for (std::size_t i = 1; i < at; ++i) {
        if (is_total(*rows[i])) return;
        if (rows[i]->size() != rows.front()->size()) continue;
        const auto figure = number_of((*rows[i])[rows[i]->size() - 1 - from_end]);
        if (!figure) continue;
        sum += figure->parts;
        ++count;
    }
    if (count < 2 || sum == written->parts) return;
    const bool whole = sum % one == 0;
    const std::string right = whole ? std::to_string(sum / one) : yuan(sum);
    checker.add(page, cell,
                {.rule = "sum.total",
                 .found = text_of(cell.text),
                 .expected = right,
                 .message = fmt::format("上列{}行相加为{}，合计写作{}", count, right, text_of(cell.text))});
}

void check_totals(Checker& checker, const Page& page, const Rows& rows) {
    const auto& head = *rows.front();
    for (std::size_t i = 2; i < rows.size(); ++i) {
        if (!is_total(*rows[i])) continue;
        for (std::size_t from_end = 0; from_end + 1 < rows[i]->size() && from_end < head.size(); ++from_end) {
            const Cell& name = head[head.size() - 1 - from_end];
            if (names(name, {U"单价", U"序号", U"编号", U"日期", U"备注"})) continue;
            if (names(name, {U"数量", U"金额", U"货值", U"小计", U"总价", U"价款", U"重量", U"收入"}))
                check_total_cell(checker, page, rows, i, from_end);
        }
    }
}

// 分期缴纳: the instalments together are the fine.
void check_instalments(Checker& checker, const Page& page, const Rows& rows) {
    if (!column(*rows.front(), {U"期次", U"期数"})) return;
    const auto sums = column(*rows.front(), {U"金额"});
    if (!sums) return;
    std::int64_t sum = 0;
    for (std::size_t i = 1; i < rows.size(); ++i) {
        if (rows[i]->size() != rows.front()->size()) return;
        const auto figure = number_of((*rows[i])[*sums]);
        if (!figure) return;
        sum += figure->parts;
    }
    for (const Amount& amount : page.amounts) {
        if (amount.label != U"罚款" || amount.sum.in_fen() * 100 == sum) continue;
        checker.add(page, amount,
                    {.rule = "sum.instalments",
                     .found = yuan(sum) + "元",
                     .expected = chinese(amount.sum),
                     .message = fmt::format("各期相加为{}元，罚款为{}", yuan(sum), chinese(amount.sum))});
        return;
    }
}

// 共5项: as many as the rows that carry a number.
void check_row_count(Checker& checker, const Page& page, const Rows& rows) {
    std::int64_t numbered = 0, last = 0;
    for (const auto* row : rows) {
        const auto number = count_at(row->front().text, 0);
        const bool is_number = number && number->end == row->front().text.size() && number->is_whole();
        if (is_number && row->size() == rows.front()->size()) {
            if (numbered > 0 && number->whole() != last + 1)
                checker.add(page, row->front(),
                            {.rule = "count.numbering",
                             .severity = Severity::warning,
                             .found = std::to_string(number->whole()),
                             .expected = std::to_string(last + 1),
                             .message = fmt::format("序号不连续：{}之后是{}", last, number->whole())});
            last = number->whole();
            ++numbered;
        }
        for (const Cell& cell : *row) {
            const LettersView words = cell.text;
            if (!words.starts_with(U"共") || numbered == 0) continue;
            const auto said = count_at(words, 1);
            if (!said || !words.substr(said->end).starts_with(U"项") || said->whole() == numbered) continue;
            checker.add(page, cell,
                        {.rule = "count.rows",
                         .found = text_of(words),
                         .expected = fmt::format("共{}项", numbered),
                         .message = fmt::format("清单写明{}，实际列出{}项", text_of(words), numbered)});
        }
    }
}

// 违法所得计算表: what was taken, less what is deducted and given back.
void check_gains(Checker& checker, const Page& page) {
    const auto sum_of = [&](LettersView label) -> std::optional<base::Money> {
        for (const Labelled& one_of : page.labelled) {
            if (one_of.label != label) continue;
            base::Money sum;
            bool any = false;
            for (const Amount& amount : page.amounts)
                if (amount.line == one_of.line && amount.begin >= one_of.begin) {
                    sum += amount.sum;
                    any = true;
                }
            if (any || one_of.value == U"无") return sum;
        }
        return {};
    };
    const auto taken = sum_of(U"收取的款项"), less = sum_of(U"依法扣除的款项"),
               back = sum_of(U"已经退赔的款项"), gains = sum_of(U"违法所得数额");
    if (!taken || !less || !back || !gains || *taken - *less - *back == *gains) return;
    for (const Labelled& one_of : page.labelled)
        if (one_of.label == U"违法所得数额")
            checker.add(page, one_of,
                        {.rule = "sum.gains",
                         .found = chinese(*gains),
                         .expected = chinese(*taken - *less - *back),
                         .message = fmt::format("收取的款项减去扣除、退赔的款项为{}，违法所得写作{}",
                                                chinese(*taken - *less - *back), chinese(*gains)),
                         .basis = "行政处罚法 第二十八条第二款"});
}

}  // namespace

void check_tables(Checker& checker) {
    for (const Page& page : checker.pages) {
        for (std::size_t i = 0; i < page.lines.size();) {
            Rows rows;
            while (i < page.lines.size() && page.is_row(i)) rows.push_back(&page.rows[i++]);
            if (rows.empty()) {
                ++i;
                continue;
            }
            if (rows.size() < 2) continue;
            check_rows(checker, page, rows);
            check_totals(checker, page, rows);
            check_instalments(checker, page, rows);
            check_row_count(checker, page, rows);
        }
        check_gains(checker, page);
    }
}

}  // namespace proofread
