#include <fmt/format.h>

#include <algorithm>

#include "proofread/parties.hpp"

namespace proofread {

namespace {

// What a masked reading of a name may end with: 王某, 王某某, 王*, 王×明.
std::size_t mask_at(LettersView line, std::size_t at) {
    std::size_t end = at + 1;
    while (end < line.size() && end < at + 3 &&
           (line[end] == U'某' || line[end] == U'*' || line[end] == U'＊' || line[end] == U'×'))
        ++end;
    return end - at;
}

void add(Checker& checker, const Page& page, const Spot& spot, LettersView full, const std::string& what) {
    checker.add(page, spot,
                {.rule = "mask.partly",
                 .severity = Severity::warning,
                 .found = text_of(page.view(spot)),
                 .expected = text_of(full),
                 .message = fmt::format("{}在此处隐去（{}），在他处写明", what, text_of(page.view(spot)))});
}

// 王某 in the words of a file whose party is 王小明.
void find_masked_person(Checker& checker, LettersView full) {
    for (const Page& page : checker.pages)
        for (std::size_t i = 0; i < page.lines.size(); ++i) {
            const LettersView line = page.lines[i];
            for (const std::size_t at : places_of(line, full.substr(0, 1))) {
                const std::size_t letters = mask_at(line, at);
                if (letters < 2 || line.substr(at, full.size()) == full) continue;
                const bool in_word = at > 0 && line[at - 1] == U'姓';
                if (!in_word) add(checker, page, {i, at, at + letters}, full, "当事人姓名");
            }
        }
}

// 临江某肥业有限公司 where the file names the company.
void find_masked_company(Checker& checker, LettersView full) {
    const LettersView end = full.substr(full.size() - 2);
    for (const Page& page : checker.pages)
        for (std::size_t i = 0; i < page.lines.size(); ++i) {
            const LettersView line = page.lines[i];
            for (const std::size_t at : places_of(line, end)) {
                std::size_t begin = at;
                while (begin > 0 && at - begin < full.size() &&
                       (is_han(line[begin - 1]) || line[begin - 1] == U'*' || line[begin - 1] == U'×'))
                    --begin;
                for (; begin < at; ++begin)
                    if (masks(line.substr(begin, at + 2 - begin), full)) {
                        add(checker, page, {i, begin, at + 2}, full, "当事人名称");
                        break;
                    }
            }
        }
}

// 9199**********35L where the file has the code in full.
void find_masked_codes(Checker& checker) {
    for (const Page& page : checker.pages)
        for (const Labelled& labelled : page.labelled) {
            const LettersView value = labelled.value;
            const auto first = value.find(U'*');
            if (first == nowhere || first < 2 || !is_digit(value.front())) continue;
            const auto last = value.find_last_of(U'*');
            for (const Page& other : checker.pages)
                for (const Labelled& full : other.labelled)
                    if (full.label == labelled.label && full.value.find(U'*') == nowhere &&
                        full.value.starts_with(value.substr(0, first)) &&
                        full.value.ends_with(value.substr(last + 1))) {
                        checker.add(
                            page, labelled,
                            {.rule = "mask.partly",
                             .severity = Severity::warning,
                             .found = text_of(value),
                             .expected = text_of(full.value),
                             .message = fmt::format("{}在此处隐去，在他处写明", text_of(labelled.label)),
                             .other_page = &other,
                             .other = full});
                        return;
                    }
        }
}

}  // namespace

void check_masks(Checker& checker) {
    std::vector<Letters> names;
    const auto keep = [&](Letters name) {
        if (name.size() >= 2 && !is_masked(name) && std::ranges::find(names, name) == names.end())
            names.push_back(std::move(name));
    };
    for (const Party& party : checker.facts.parties) keep(letters_of(party.name));
    for (const Page& page : checker.pages)
        for (const Named& named : read_told(page).names) keep(named.name);
    for (const Letters& name : names) {
        if (name.size() <= 4)
            find_masked_person(checker, name);
        else
            find_masked_company(checker, name);
    }
    find_masked_codes(checker);
}

}  // namespace proofread
