#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "proofread/checker.hpp"
#include "proofread/figures.hpp"

namespace proofread {

namespace {

// Sums of one line in the words of a letter: what is to be paid, what was, what is left.
struct Line {
    const Page& page;
    std::size_t number;
    LettersView words;
    std::vector<const Amount*> amounts;

    LettersView before(const Amount& amount, std::size_t reach) const {
        const std::size_t begin = amount.begin > reach ? amount.begin - reach : 0;
        return words.substr(begin, amount.begin - begin);
    }
};

void add(Checker& checker, const Line& line, const Amount& amount, base::Money right, std::string message) {
    checker.add(line.page, amount,
                {.rule = "sum.total",
                 .found = chinese(amount.sum),
                 .expected = chinese(right),
                 .message = std::move(message)});
}

bool ends_with_any(LettersView words, std::initializer_list<LettersView> endings) {
    return std::ranges::any_of(endings, [&](LettersView ending) { return words.ends_with(ending); });
}

const Amount* sole(const Line& line, std::initializer_list<LettersView> endings) {
    const Amount* found = nullptr;
    for (const Amount* amount : line.amounts) {
        if (amount->is_bound || !ends_with_any(line.before(*amount, 8), endings)) continue;
        if (found && found->sum != amount->sum) return nullptr;
        found = amount;
    }
    return found;
}

// "罚款5000元。已缴纳2000元，尚有3000元未缴纳，…加处罚款900元…共计3900元".
void check_rest(Checker& checker, const Line& line) {
    const Amount* fine = sole(line, {U"处罚款", U"，罚款", U"位罚款", U"人罚款", U"处以罚款"});
    const Amount* paid = sole(line, {U"已缴纳", U"已缴", U"已经缴纳"});
    const Amount* rest = sole(line, {U"尚有", U"尚欠", U"尚未缴纳", U"仍有"});
    if (fine && paid && rest && fine != paid && fine->sum >= paid->sum && rest->sum != fine->sum - paid->sum)
        add(checker, line, *rest, fine->sum - paid->sum,
            fmt::format("罚款{}，已缴纳{}，尚欠应为{}，文中写作{}", chinese(fine->sum), chinese(paid->sum),
                        chinese(fine->sum - paid->sum), chinese(rest->sum)));
    const Amount* late = sole(line, {U"加处罚款", U"加处的罚款"});
    const Amount* whole = sole(line, {U"款项共计", U"款项合计", U"上述共计", U"两项共计", U"两项合计"});
    if (rest && late && whole && rest->end < late->begin && late->end < whole->begin &&
        whole->sum != rest->sum + late->sum)
        add(checker, line, *whole, rest->sum + late->sum,
            fmt::format("{}与加处罚款{}合计为{}，文中写作{}", chinese(rest->sum), chinese(late->sum),
                        chinese(rest->sum + late->sum), chinese(whole->sum)));
}

// "没收违法所得60元，并处罚款5.2万元，罚没款共计52060元".
void check_fine_and_gains(Checker& checker, const Line& line) {
    const Amount* gains = sole(line, {U"没收违法所得", U"没收违法所得人民币"});
    const Amount* fine = sole(line, {U"并处罚款", U"处罚款", U"处以罚款", U"罚款"});
    const Amount* whole = sole(line, {U"罚没款共计", U"罚没款合计", U"罚没合计", U"罚没共计", U"罚没款总计"});
    if (!gains || !fine || !whole || gains->end > whole->begin || fine->end > whole->begin) return;
    if (whole->sum == gains->sum + fine->sum) return;
    add(checker, line, *whole, gains->sum + fine->sum,
        fmt::format("没收违法所得{}与罚款{}合计为{}，文中写作{}", chinese(gains->sum), chinese(fine->sum),
                    chinese(gains->sum + fine->sum), chinese(whole->sum)));
}

// "货款398元并赔偿三倍即1194元".
void check_times(Checker& checker, const Line& line) {
    for (std::size_t i = 0; i + 1 < line.amounts.size(); ++i) {
        const Amount &of = *line.amounts[i], &result = *line.amounts[i + 1];
        const LettersView between = line.words.substr(of.end, result.begin - of.end);
        const bool is_result =
            between.size() <= 10 && ends_with_any(between, {U"倍即", U"倍，即", U"倍为", U"倍计"});
        if (!is_result || between.find(U'。') != nowhere) continue;
        const auto times = count_before(line.words, of.end + between.find(U'倍'));
        if (!times || !times->is_whole() || times->whole() < 2 || times->whole() > 100) continue;
        const base::Money right = base::Money::fen(of.sum.in_fen() * times->whole());
        if (right == result.sum) continue;
        add(checker, line, result, right,
            fmt::format("{}的{}倍应为{}，文中写作{}", chinese(of.sum), times->whole(), chinese(right),
                        chinese(result.sum)));
    }
}

// "共计60盒（1月5日20盒、1月18日25盒、2月2日15盒）".
void check_parts(Checker& checker, const Line& line) {
    for (const LettersView word : {U"共计", U"合计", U"总计"})
        for (const std::size_t at : places_of(line.words, word)) {
            const auto total = figure_at(line.words, at + word.size());
            if (!total || total->end + 2 >= line.words.size()) continue;
            const char32_t unit = line.words[total->end];
            if (!is_han(unit) || line.words[total->end + 1] != U'（') continue;
            const std::size_t begin = total->end + 2, end = line.words.find(U'）', begin);
            if (end == nowhere) continue;
            std::int64_t sum = 0;
            std::size_t parts = 0, from = begin;
            bool whole_row = true;
            while (from < end) {
                const std::size_t to = std::min(end, line.words.find(U'、', from));
                const LettersView part = line.words.substr(from, to - from);
                const auto figure =
                    part.ends_with(unit) ? figure_before(part, part.size() - 1) : std::nullopt;
                whole_row = whole_row && figure;
                if (figure) sum += figure->parts;
                ++parts;
                from = to + 1;
            }
            if (!whole_row || parts < 2 || sum == total->parts) continue;
            const auto said = [&](std::int64_t amount) {
                return fmt::format("{}{}", amount / one, text_of(LettersView(&unit, 1)));
            };
            if (sum % one != 0 || !total->is_whole()) continue;
            checker.add(line.page, {line.number, at + word.size(), total->end + 1},
                        {.rule = "sum.total",
                         .found = said(total->parts),
                         .expected = said(sum),
                         .message = fmt::format("所列{}项相加为{}，文中写作{}", parts, said(sum),
                                                said(total->parts))});
        }
}

}  // namespace

void check_owed(Checker& checker) {
    for (const Page& page : checker.pages)
        for (std::size_t i = 0; i < page.lines.size(); ++i) {
            Line line{page, i, page.lines[i], {}};
            for (const Amount& amount : page.amounts)
                if (amount.line == i) line.amounts.push_back(&amount);
            check_parts(checker, line);
            if (line.amounts.size() < 2) continue;
            check_rest(checker, line);
            check_fine_and_gains(checker, line);
            check_times(checker, line);
        }
}

}  // namespace proofread
