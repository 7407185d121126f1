#include "proofread/parties.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace proofread {

namespace {

constexpr std::size_t block_lines_max = 14;

bool opens_block(const Labelled& labelled) {
    for (const LettersView label : {U"当事人", U"被申请人", U"被询问人", U"当事人名称（姓名）", U"受送达人",
                                    U"当事人姓名", U"当事人名称"})
        if (labelled.label == label) return true;
    return false;
}

bool may_be_other(LettersView label) {
    return label == U"被询问人" || label == U"受送达人";
}

// Forms that begin with the party's name.
bool addresses_party(const Page& page) {
    for (const LettersView form :
         {U"行政处罚告知书", U"行政处罚决定履行催告书", U"分期缴纳罚款通知书", U"延期缴纳罚款通知书",
          U"行政处罚文书送达公告", U"延长行政强制措施期限决定书", U"解除行政强制措施决定书",
          U"行政处罚听证通知书", U"限期提供材料通知书"})
        if (page.is(form)) return true;
    return page.title.ends_with(U"期间告知书");
}

// "李某（字号：…）", "王某，男", "王某（受送达人本人）": the name alone.
LettersView name_of(LettersView value) {
    for (const char32_t mark : {U'（', U'(', U'，', U',', U'；', U'。'})
        value = value.substr(0, std::min(value.find(mark), value.size()));
    return trimmed(value);
}

bool is_name(LettersView name) {
    return name.size() >= 2 && name.size() <= 40 && std::ranges::all_of(name, [](char32_t letter) {
               return is_han(letter) || is_latin(letter) || is_digit(letter) || letter == U'·' ||
                      letter == U'*' || letter == U'＊' || letter == U'×' || letter == U'&' ||
                      letter == U'（' || letter == U'）';
           });
}

std::string_view key_of(LettersView label) {
    if (label.ends_with(U"社会信用代码")) return "credit_code";
    if (label.ends_with(U"身份证件号码") || label.ends_with(U"身份证号码") || label.ends_with(U"身份证号") ||
        label.ends_with(U"公民身份号码"))
        return "id_number";
    if (label == U"住所（住址）" || label == U"住址" || label == U"住所") return "address";
    if (label.starts_with(U"法定代表人") || label == U"经营者" || label == U"负责人") return "representative";
    if (label == U"联系电话") return "phone";
    return {};
}

// A document addressed to the party begins "王某：".
void read_address(const Page& page, std::vector<Named>& names) {
    if (!addresses_party(page)) return;
    constexpr std::size_t within = 5;
    for (std::size_t i = page.title_line; i < std::min(page.lines.size(), page.title_line + within); ++i) {
        const LettersView line = trimmed(page.lines[i]);
        if (line.size() < 3 || line.size() > 40 || (line.back() != U'：' && line.back() != U':')) continue;
        const LettersView name = line.substr(0, line.size() - 1);
        if (!is_name(name)) continue;
        for (const LettersView other : {U"局", U"所", U"院", U"厅", U"委员会", U"政府", U"中心", U"公安",
                                        U"队", U"事项", U"理由", U"如下"})
            if (name.ends_with(other)) return;
        const std::size_t begin = page.lines[i].find(name);
        names.push_back({
            &page, {i, begin, begin + name.size()},
             Letters(name)
        });
        return;
    }
}

}  // namespace

Told read_told(const Page& page) {
    Told told;
    const Letters* name = nullptr;
    std::size_t opened = 0;
    Letters current;
    for (const Labelled& labelled : page.labelled) {
        if (opens_block(labelled)) {
            const LettersView found = name_of(labelled.value);
            if (!is_name(found)) continue;
            current = Letters(found);
            name = &current;
            opened = labelled.line;
            told.names.push_back({
                &page,
                {labelled.line, labelled.begin, labelled.begin + found.size()},
                current,
                may_be_other(labelled.label)
            });
            continue;
        }
        const std::string_view key = key_of(labelled.label);
        if (!name || key.empty() || labelled.line > opened + block_lines_max || !labelled.starts_line)
            continue;
        LettersView value = labelled.value;
        if (key == "representative" || key == "phone") value = name_of(value);
        told.facts.push_back({
            &page, {labelled.line, labelled.begin, labelled.end},
             current, key, Letters(value)
        });
    }
    read_address(page, told.names);
    return told;
}

bool is_masked(LettersView name) {
    for (const char32_t mark : {U'*', U'＊', U'×'})
        if (name.find(mark) != nowhere) return true;
    return name.find(U'某') != nowhere;
}

bool masks(LettersView masked, LettersView full) {
    if (masked == full || !is_masked(masked) || is_masked(full) || masked.empty() || full.empty())
        return false;
    if (full.size() <= 4) return masked.front() == full.front() && masked.size() <= 4;
    std::size_t same_begin = 0, same_end = 0;
    while (same_begin < masked.size() && same_begin < full.size() && masked[same_begin] == full[same_begin])
        ++same_begin;
    while (same_end < masked.size() && same_end < full.size() &&
           masked[masked.size() - 1 - same_end] == full[full.size() - 1 - same_end])
        ++same_end;
    return same_begin + same_end >= 4 && same_end >= 2;
}

namespace {

struct Key {
    std::string_view code, title;
};
constexpr std::array<Key, 5> keys{
    {{"credit_code", "统一社会信用代码"},
     {"id_number", "身份证件号码"},
     {"address", "住所（住址）"},
     {"representative", "法定代表人（负责人、经营者）"},
     {"phone", "联系电话"}}
};

std::string_view title_of(std::string_view key) {
    return std::ranges::find(keys, key, &Key::code)->title;
}

const std::string& fact_of(const Party& party, std::string_view key) {
    if (key == "credit_code") return party.credit_code;
    if (key == "id_number") return party.id_number;
    if (key == "address") return party.address;
    if (key == "representative") return party.representative;
    return party.phone;
}

const Party* party_named(const CaseFacts& facts, LettersView name) {
    for (const Party& party : facts.parties)
        if (letters_of(party.name) == name) return &party;
    return nullptr;
}

// The reading most documents have; none when two are told equally often.
template <class List, class Same>
const typename List::value_type* usual_of(const List& told, Same same) {
    const typename List::value_type* best = nullptr;
    std::ptrdiff_t most = 0;
    bool tied = false;
    for (const auto& one_of : told) {
        const auto votes =
            std::ranges::count_if(told, [&](const auto& other) { return same(one_of, other); });
        if (votes > most) {
            best = &one_of;
            most = votes;
            tied = false;
        } else if (votes == most && best && !same(one_of, *best)) {
            tied = true;
        }
    }
    if (!tied) return best;
    return told.size() == 2 ? &told.front() : nullptr;
}

void compare_facts(Checker& checker, const std::vector<PartyFact>& told) {
    if (told.empty()) return;
    const Party* party = party_named(checker.facts, told.front().name);
    Letters right = party ? letters_of(fact_of(*party, told.front().key)) : Letters();
    const PartyFact* usual = usual_of(told, [](const PartyFact& a, const PartyFact& b) {
        return without_spaces(a.value) == without_spaces(b.value);
    });
    const bool by_case = !right.empty();
    if (!by_case && !usual) return;
    if (!by_case) right = usual->value;
    for (const PartyFact& fact : told) {
        if (without_spaces(fact.value) == without_spaces(right) || is_masked(fact.value) || is_masked(right))
            continue;
        Remark remark{.rule = "twice.party_fact",
                      .found = text_of(fact.value),
                      .expected = text_of(right),
                      .message = fmt::format("{}的{}前后不一：{}写作“{}”，此处写作“{}”", text_of(fact.name),
                                             title_of(fact.key), by_case ? "案件资料" : "他处",
                                             text_of(right), text_of(fact.value))};
        if (!by_case) {
            remark.other_page = usual->page;
            remark.other = usual->spot;
        }
        checker.add(*fact.page, fact.spot, std::move(remark));
    }
}

void compare_names(Checker& checker, const std::vector<Named>& told) {
    std::vector<Letters> right;
    for (const Party& party : checker.facts.parties) right.push_back(letters_of(party.name));
    std::vector<Named> parties;
    std::ranges::copy_if(told, std::back_inserter(parties),
                         [](const Named& one_of) { return !one_of.may_be_other; });
    const Named* usual = usual_of(parties, [](const Named& a, const Named& b) { return a.name == b.name; });
    const bool by_case = !right.empty();
    if (!by_case && usual) right.push_back(usual->name);
    if (right.empty()) return;
    for (const Named& named : told) {
        if (std::ranges::find(right, named.name) != right.end()) continue;
        const bool masked = std::ranges::any_of(
            right, [&](const Letters& name) { return masks(named.name, name) || masks(name, named.name); });
        if (masked) continue;
        const auto times = std::ranges::count(told, named.name, &Named::name);
        const bool is_close = std::ranges::any_of(right, [&](const Letters& name) {
            return name.size() >= 5 && distance(name, named.name, 2) <= 2;
        });
        // Somebody named in several papers is another party rather than a slip.
        if (!is_close && (named.may_be_other || (!by_case && times > 1))) continue;
        Remark remark{
            .rule = is_close ? "twice.party_name" : "other_case.party",
            .found = text_of(named.name),
            .expected = text_of(right.front()),
            .message = fmt::format("当事人在{}为“{}”，此处写作“{}”", by_case ? "案件资料中" : "他处",
                                   text_of(right.front()), text_of(named.name))};
        if (!by_case) {
            remark.other_page = usual->page;
            remark.other = usual->spot;
        }
        checker.add(*named.page, named.spot, std::move(remark));
    }
}

// A name of the same length with one or two letters changed, anywhere in the words.
void find_near_names(Checker& checker, const Letters& name) {
    constexpr std::size_t least = 6;
    if (name.size() < least) return;
    const Letters last = name.substr(name.size() - 2);
    for (const Page& page : checker.pages)
        for (std::size_t i = 0; i < page.lines.size(); ++i) {
            const LettersView line = page.lines[i];
            for (const std::size_t at : places_of(line, last)) {
                if (at + 2 < name.size()) continue;
                const std::size_t begin = at + 2 - name.size();
                const LettersView there = line.substr(begin, name.size());
                std::size_t differing = 0;
                for (std::size_t k = 0; k < name.size(); ++k) differing += there[k] == name[k] ? 0U : 1U;
                const bool all_letters = std::ranges::all_of(there, [](char32_t letter) {
                    return is_han(letter) || is_latin(letter) || letter == U'（' || letter == U'）';
                });
                if (differing == 0 || differing > 1 + name.size() / 10 || !all_letters || is_masked(there))
                    continue;
                checker.add(page, {i, begin, begin + name.size()},
                            {.rule = "twice.party_name",
                             .found = text_of(there),
                             .expected = text_of(name),
                             .message = fmt::format("当事人名称前后不一：“{}”应为“{}”", text_of(there),
                                                    text_of(name))});
            }
        }
}

// The number of another file, or the name of another party where only this one can stand.
void check_case_number(Checker& checker) {
    std::vector<Named> told;
    for (const Page& page : checker.pages)
        for (const Labelled& labelled : page.labelled)
            if (labelled.label == U"案件编号") {
                LettersView value = labelled.value;
                value = value.substr(0, std::min(value.find(U"-QD"), value.size()));
                told.push_back({&page, labelled, Letters(value), false});
            }
    const Named* usual = usual_of(told, [](const Named& a, const Named& b) { return a.name == b.name; });
    const Letters right = !checker.facts.case_no.empty() ? letters_of(checker.facts.case_no)
                          : usual                        ? usual->name
                                                         : Letters();
    if (right.empty()) return;
    for (const Named& named : told)
        if (named.name != right)
            checker.add(
                *named.page, named.spot,
                {.rule = "other_case.number",
                 .found = text_of(named.name),
                 .expected = text_of(right),
                 .message = fmt::format("案件编号为{}，此处写作{}", text_of(right), text_of(named.name))});
}

}  // namespace

void check_parties(Checker& checker) {
    Told all;
    for (const Page& page : checker.pages) {
        Told told = read_told(page);
        std::ranges::move(told.names, std::back_inserter(all.names));
        std::ranges::move(told.facts, std::back_inserter(all.facts));
    }
    compare_names(checker, all.names);
    std::vector<Letters> names;
    for (const PartyFact& fact : all.facts)
        if (std::ranges::find(names, fact.name) == names.end()) names.push_back(fact.name);
    for (const Letters& name : names)
        for (const Key& key : keys) {
            std::vector<PartyFact> told;
            std::ranges::copy_if(all.facts, std::back_inserter(told), [&](const PartyFact& fact) {
                return fact.name == name && fact.key == key.code;
            });
            compare_facts(checker, told);
        }
    std::vector<Letters> known;
    for (const Party& party : checker.facts.parties) known.push_back(letters_of(party.name));
    const Named* usual = usual_of(all.names, [](const Named& a, const Named& b) { return a.name == b.name; });
    if (known.empty() && usual) known.push_back(usual->name);
    for (const Letters& name : known) find_near_names(checker, name);
    check_case_number(checker);
}

}  // namespace proofread
