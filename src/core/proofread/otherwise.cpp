#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "proofread/parties.hpp"

namespace proofread {

namespace {

// Persons and firms in the running words, beside the names a paper gives in its head.

bool breaks_name(char32_t letter) {
    return !is_han(letter) || LettersView(U"向从在与将对于为是因由系的和及未已被把").find(letter) != nowhere;
}

bool is_firm(LettersView name) {
    constexpr std::array<LettersView, 12> endings{U"公司",   U"超市", U"商店", U"百货店",
                                                  U"经营部", U"商行", U"药店", U"合作社",
                                                  U"便利店", U"餐厅", U"饭店", U"加工厂"};
    return name.size() >= 6 && name.size() <= 30 &&
           std::ranges::any_of(endings, [&](LettersView ending) { return name.ends_with(ending); });
}

// The longest firm that begins at a position.
LettersView firm_at(LettersView line, std::size_t at) {
    std::size_t end = at;
    while (end < line.size() && end - at < 30 && !breaks_name(line[end])) ++end;
    for (; end > at; --end)
        if (is_firm(line.substr(at, end - at))) return line.substr(at, end - at);
    return {};
}

// The firm that ends at a position and begins its clause.
LettersView firm_before(LettersView line, std::size_t end) {
    std::size_t begin = end;
    while (begin > 0 && end - begin < 30 && !breaks_name(line[begin - 1])) --begin;
    const bool begins_clause = begin == 0 || LettersView(U"，。；：、 　“").find(line[begin - 1]) != nowhere;
    const LettersView name = line.substr(begin, end - begin);
    return begins_clause && is_firm(name) ? name : LettersView();
}

bool is_known(const std::vector<Letters>& names, LettersView firm) {
    return std::ranges::any_of(names, [&](const Letters& name) {
        return has(name, firm) || has(firm, name) || distance(name, firm, 3) <= 2 || masks(firm, name) ||
               masks(name, firm);
    });
}

bool is_short_for(const Page& page, LettersView firm) {
    return std::ranges::any_of(page.lines, [&](const Letters& line) {
        const auto at = line.find(U"简称");
        return at != nowhere && has(LettersView(line).substr(at), firm);
    });
}

// A seller or maker the file tells of more than once is another in the story, not a slip.
bool is_named_elsewhere(const Checker& checker, const Page& here, std::size_t line, LettersView firm) {
    return std::ranges::any_of(checker.pages, [&](const Page& page) {
        for (std::size_t i = 0; i < page.lines.size(); ++i)
            if (places_of(page.lines[i], firm).size() > (&page == &here && i == line ? 1U : 0U)) return true;
        return false;
    });
}

void add_firm(Checker& checker, const Page& page, std::size_t line, std::size_t begin, LettersView firm,
              const Letters& party) {
    checker.add(page, {line, begin, begin + firm.size()},
                {.rule = "other_case.party",
                 .severity = Severity::warning,
                 .found = text_of(firm),
                 .expected = text_of(party),
                 .message = fmt::format("当事人为“{}”，此处以“{}”为当事人", text_of(party), text_of(firm))});
}

// "当事人某某超市在法定期限内…" and "某某超市的行为违反了…" in a paper about another.
void check_firms(Checker& checker, const std::vector<Letters>& names) {
    constexpr LettersView party = U"当事人";
    for (const Page& page : checker.pages)
        for (std::size_t i = 0; i < page.lines.size(); ++i) {
            const LettersView line = page.lines[i];
            const auto look_at = [&](std::size_t begin, LettersView firm) {
                if (!firm.empty() && !is_known(names, firm) && !is_short_for(page, firm) &&
                    !is_named_elsewhere(checker, page, i, firm))
                    add_firm(checker, page, i, begin, firm, names.front());
            };
            for (const std::size_t at : places_of(line, party))
                look_at(at + party.size(), firm_at(line, at + party.size()));
            for (const LettersView act : {U"的行为违反", U"的上述行为违反", U"销售的上述", U"销售上述",
                                          U"经营上述", U"经营的上述", U"生产上述", U"生产的上述"})
                for (const std::size_t at : places_of(line, act)) {
                    const LettersView firm = firm_before(line, at);
                    look_at(at - firm.size(), firm);
                }
        }
}

// The person a paper of this file has questioned, or calls the representative.
struct Person {
    std::size_t begin;
    LettersView name;
};
std::vector<Person> persons_in(LettersView line) {
    std::vector<Person> found;
    for (const LettersView after :
         {U"制作的《询问笔录》", U"制作的询问笔录", U"的《询问笔录》", U"的询问笔录"})
        for (const std::size_t at : places_of(line, after)) {
            const auto to = line.substr(0, at).rfind(U'对');
            if (to == nowhere || at - to < 3 || at - to > 5) continue;
            found.push_back({to + 1, line.substr(to + 1, at - to - 1)});
        }
    return found;
}

void check_person(Checker& checker, const PartyFact& told) {
    const LettersView full = told.value;
    if (full.size() < 2 || full.size() > 4 || is_masked(full)) return;
    for (const Page& page : checker.pages)
        for (std::size_t i = 0; i < page.lines.size(); ++i)
            for (const Person& person : persons_in(page.lines[i])) {
                if (person.name == full || person.name.front() != full.front()) continue;
                const bool masked = is_masked(person.name);
                const bool near = person.name.size() == full.size() && distance(person.name, full, 2) == 1;
                if (!masked && !near) continue;
                checker.add(page, {i, person.begin, person.begin + person.name.size()},
                            {.rule = masked ? "mask.partly" : "twice.party_fact",
                             .severity = Severity::warning,
                             .found = text_of(person.name),
                             .expected = text_of(full),
                             .message = fmt::format("他处写作“{}”，此处写作“{}”", text_of(full),
                                                    text_of(person.name)),
                             .other_page = told.page,
                             .other = told.spot});
            }
}

// "…东湖路21号" behind 住所 where the head of the paper says 东湖路12号.
void check_address(Checker& checker, const PartyFact& told) {
    const LettersView address = told.value;
    std::size_t begin = address.find(U'号');
    if (begin == nowhere || begin == 0 || !is_digit(address[begin - 1])) return;
    const std::size_t end = begin;
    while (begin > 0 && is_digit(address[begin - 1])) --begin;
    const LettersView street = address.substr(0, begin), number = address.substr(begin, end - begin);
    if (street.size() < 6) return;
    for (const Page& page : checker.pages)
        for (std::size_t i = 0; i < page.lines.size(); ++i) {
            const LettersView line = page.lines[i];
            for (const std::size_t at : places_of(line, street)) {
                const std::size_t from = at > 8 ? at - 8 : 0;
                const LettersView before = line.substr(from, at - from);
                std::size_t to = at + street.size();
                while (to < line.size() && is_digit(line[to])) ++to;
                const LettersView other = line.substr(at + street.size(), to - at - street.size());
                const bool is_home = has(before, U"住所") || has(before, U"住址");
                if (!is_home || other.empty() || other == number || !line.substr(to).starts_with(U"号"))
                    continue;
                checker.add(page, {i, at, to + 1},
                            {.rule = "twice.party_fact",
                             .found = text_of(other) + "号",
                             .expected = text_of(number) + "号",
                             .message = fmt::format("住所他处写作“{}号”，此处写作“{}号”", text_of(number),
                                                    text_of(other)),
                             .other_page = told.page,
                             .other = told.spot});
            }
        }
}

}  // namespace

void check_otherwise(Checker& checker) {
    std::vector<Letters> names;
    std::vector<PartyFact> facts;
    for (const Party& party : checker.facts.parties) names.push_back(letters_of(party.name));
    for (const Page& page : checker.pages) {
        Told told = read_told(page);
        for (Named& named : told.names) names.push_back(std::move(named.name));
        std::ranges::move(told.facts, std::back_inserter(facts));
    }
    if (!names.empty()) check_firms(checker, names);
    for (const PartyFact& fact : facts) {
        if (fact.key == "representative") check_person(checker, fact);
        if (fact.key == "address") check_address(checker, fact);
    }
}

}  // namespace proofread
