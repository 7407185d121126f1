#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "proofread/checker.hpp"
#include "proofread/figures.hpp"

namespace proofread {

namespace {

// What the data and the records of the case hold, against the sentences an officer wrote freely.

using Words = std::initializer_list<LettersView>;

bool has_any(LettersView words, Words wanted) {
    return std::ranges::any_of(wanted, [&](LettersView word) { return has(words, word); });
}

// A thing of the lists of the file by its plain name, without what is said of it in brackets.
struct Thing {
    Letters name, unit;
    std::set<std::int64_t> quantities;  // of each row, and of all rows of a list together
    const Page* list = nullptr;
    Spot spot;
};

LettersView plain_name(LettersView name) {
    for (const char32_t mark : {U'（', U'('}) name = name.substr(0, std::min(name.find(mark), name.size()));
    return trimmed(name);
}

std::vector<Thing> things_of(const Checker& checker) {
    std::vector<Thing> things;
    for (const Page& list : checker.pages) {
        if (!has(list.title, U"清单")) continue;
        std::vector<std::pair<Thing*, std::int64_t>> totals;
        for (const auto& row : list.rows) {
            if (row.size() < 5) continue;
            const LettersView name = plain_name(row[1].text);
            const auto quantity = figure_at(row[4].text, 0);
            if (name.size() < 2 || row[3].text.empty() || !quantity || quantity->end != row[4].text.size())
                continue;
            auto thing = std::ranges::find_if(
                things, [&](const Thing& one) { return one.name == name && one.unit == row[3].text; });
            if (thing == things.end()) {
                things.push_back({Letters(name), row[3].text, {}, &list, row[4]});
                thing = std::prev(things.end());
            }
            thing->quantities.insert(quantity->parts);
        }
        for (Thing& thing : things) {
            std::int64_t total = 0;
            for (const auto& row : list.rows)
                if (row.size() >= 5 && plain_name(row[1].text) == thing.name && row[3].text == thing.unit)
                    if (const auto quantity = figure_at(row[4].text, 0)) total += quantity->parts;
            if (total > 0) thing.quantities.insert(total);
        }
    }
    return things;
}

// "绿豆糕48盒", "绿豆糕（超过保质期）48盒": the quantity behind a name.
struct Told {
    Spot spot;
    std::int64_t parts = 0;
    std::size_t name = 0;  // where the name begins
};
std::vector<Told> told_in(const Page& page, std::size_t number, const Thing& thing) {
    std::vector<Told> told;
    const LettersView line = page.lines[number];
    for (const std::size_t at : places_of(line, thing.name)) {
        std::size_t begin = at + thing.name.size();
        if (begin < line.size() && line[begin] == U'（') {
            const auto close = line.find(U'）', begin);
            if (close == nowhere || close - begin > 24) continue;
            begin = close + 1;
        }
        const auto figure = figure_at(line, begin);
        if (!figure || !line.substr(figure->end).starts_with(thing.unit)) continue;
        told.push_back({
            {number, begin, figure->end + thing.unit.size()},
            figure->parts, at
        });
    }
    return told;
}

bool is_record(const Page& page) {
    return page.is(U"现场笔录") || page.is(U"抽样记录") || page.is(U"证据提取单") ||
           page.is(U"实施行政强制措施决定书") || page.is(U"先行登记保存证据通知书") || page.is(U"询问笔录") ||
           page.is(U"案件来源登记表") || has(page.title, U"清单");
}

// Words that say the things were found or taken, and words that say they went another way.
bool tells_of_found(LettersView before) {
    return has_any(before, {U"现场", U"库存", U"存放", U"货架", U"查获", U"扣押", U"查封", U"没收", U"待售",
                            U"登记保存", U"封存"});
}
bool tells_of_trade(LettersView clause) {
    return has_any(clause,
                   {U"购进", U"购入", U"进货", U"售出", U"销售", U"卖",   U"生产", U"加工", U"退",   U"召回",
                    U"抽",   U"样品", U"使用", U"其中", U"剩",   U"余",   U"另",   U"每",   U"约",   U"订",
                    U"送",   U"部分", U"发还", U"返还", U"销毁", U"下架", U"自行", U"已经", U"原有", U"补"});
}

void check_things(Checker& checker) {
    for (Thing& thing : things_of(checker)) {
        for (const Page& page : checker.pages) {
            if (!is_record(page) || has(page.title, U"清单")) continue;
            for (std::size_t i = 0; i < page.lines.size(); ++i)
                for (const Told& told : told_in(page, i, thing)) thing.quantities.insert(told.parts);
        }
        for (const Page& page : checker.pages) {
            if (is_record(page)) continue;
            for (std::size_t i = 0; i < page.lines.size(); ++i) {
                if (page.is_row(i)) continue;
                const LettersView line = page.lines[i];
                for (const Told& told : told_in(page, i, thing)) {
                    if (thing.quantities.contains(told.parts)) continue;
                    const std::size_t begin = sentence_begin(line, told.name);
                    const LettersView before = line.substr(begin, told.name - begin);
                    const auto comma = before.find_last_of(U"，：");
                    const LettersView clause = comma == nowhere ? before : before.substr(comma + 1);
                    if (!tells_of_found(before) || tells_of_trade(clause)) continue;
                    const std::string right = text_of(thing.list->view(thing.spot)) + text_of(thing.unit);
                    checker.add(page, told.spot,
                                {.rule = "twice.quantity",
                                 .severity = Severity::warning,
                                 .found = text_of(page.view(told.spot)),
                                 .expected = right,
                                 .message = fmt::format("{}在清单中为{}，此处写作{}", text_of(thing.name),
                                                        right, text_of(page.view(told.spot))),
                                 .other_page = thing.list,
                                 .other = thing.spot});
                }
            }
        }
    }
}

// Bought, as the sentences about evidence tell it and as the others do. Evidence for more than was found is a
// slip; evidence for a part is not.
struct Bought {
    Spot spot;
    std::int64_t parts = 0;
    Letters unit;
    bool is_evidence = false;
};

std::vector<Bought> bought_in(const Page& page) {
    std::vector<Bought> bought;
    for (std::size_t i = 0; i < page.lines.size(); ++i) {
        if (page.is_row(i)) continue;
        const LettersView line = page.lines[i];
        for (const LettersView word : {U"购进", U"购入"})
            for (const std::size_t at : places_of(line, word)) {
                std::size_t from = at + word.size();
                constexpr std::size_t name_max = 24;
                while (from < line.size() && from - at < name_max && is_han(line[from])) ++from;
                const auto figure = figure_at(line, from);
                if (!figure || figure->end >= line.size() || !is_han(line[figure->end])) continue;
                const char32_t unit = line[figure->end];
                if (LettersView(U"元万年月日次批个时号份项").find(unit) != nowhere) continue;
                const std::size_t begin = sentence_begin(line, at);
                bought.push_back({
                    {i, from, figure->end + 1},
                    figure->parts,
                    Letters(1, unit),
                    has(line.substr(begin, at - begin), U"证明")
                });
            }
    }
    return bought;
}

void check_bought(Checker& checker, const Page& page) {
    const auto bought = bought_in(page);
    for (const Bought& proved : bought) {
        if (!proved.is_evidence) continue;
        const Bought* told = nullptr;
        bool is_sole = true;
        for (const Bought& one : bought) {
            if (one.unit != proved.unit || &one == &proved) continue;
            if (one.is_evidence)
                is_sole = is_sole && one.parts == proved.parts;
            else if (told && told->parts != one.parts)
                is_sole = false;
            else
                told = &one;
        }
        if (!is_sole || !told || told->parts >= proved.parts) continue;
        checker.add(page, told->spot,
                    {.rule = "twice.quantity",
                     .severity = Severity::warning,
                     .found = text_of(page.view(told->spot)),
                     .expected = text_of(page.view(proved.spot)),
                     .message = fmt::format("证据证明购进{}，此处写作购进{}", text_of(page.view(proved.spot)),
                                            text_of(page.view(told->spot))),
                     .other_page = &page,
                     .other = proved.spot});
    }
}

// A sum of another penalty.
bool is_of_other(LettersView sentence) {
    return has_any(sentence, {U"曾", U"此前", U"前次", U"另案", U"同类", U"分别", U"合并", U"另一", U"告知",
                              U"申辩", U"听证"});
}
// An end of a range, or what was paid.
bool is_no_penalty(LettersView clause) {
    return has_any(clause, {U"以上", U"以下", U"缴", U"加处", U"每", U"暂缓", U"原"});
}

// "3．罚款": an item of the list of what is decided.
bool is_item(LettersView line, LettersView clause) {
    const LettersView words = trimmed(clause);
    const bool begins_line = words.size() < 12 && trimmed(line).starts_with(words);
    return begins_line && words.size() > 2 && is_digit(words.front()) &&
           (words[1] == U'．' || words[1] == U'、' || words[1] == U'.');
}

// The sums of the act itself against what its paper says is proposed or decided.
void check_sums_of_act(Checker& checker, const Page& page, const PenaltyFacts& penalty) {
    const bool are_parts = std::ranges::any_of(page.lines, [](const Letters& line) {
        return has_any(line, {U"合并处罚", U"合并执行", U"合计罚款"});
    });
    for (const Amount& amount : page.amounts) {
        const bool is_fine = amount.label == U"罚款";
        const LettersView line = page.lines[amount.line];
        const LettersView sentence = sentence_at(line, amount.begin);
        const bool is_gain = amount.label == U"违法所得" && has(sentence, U"没收违法所得");
        const auto& right = is_fine ? penalty.fine : penalty.gains;
        if ((!is_fine && !is_gain) || !right || *right == amount.sum || amount.is_bound || are_parts)
            continue;
        const LettersView before = line.substr(0, amount.begin);
        const auto mark = before.find_last_of(U"，：；。");
        const LettersView clause = mark == nowhere ? before : before.substr(mark + 1);
        const bool decides =
            has_any(before, {U"建议", U"拟", U"决定", U"给予", U"处罚如下"}) || is_item(line, clause);
        if (!decides || is_of_other(sentence) || is_no_penalty(clause)) continue;
        checker.add(
            page, amount,
            {.rule = "fine.differs_from_act",
             .found = chinese(amount.sum),
             .expected = chinese(*right),
             .message = fmt::format("本次填报的{}为{}，文书中写作{}", is_fine ? "罚款" : "没收违法所得",
                                    chinese(*right), chinese(amount.sum))});
    }
}

}  // namespace

void check_held(Checker& checker) {
    check_things(checker);
    for (const Page& page : checker.pages) {
        check_bought(checker, page);
        if (page.source->penalty) check_sums_of_act(checker, page, *page.source->penalty);
    }
}

}  // namespace proofread
