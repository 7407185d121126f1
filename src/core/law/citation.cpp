#include "law/citation.hpp"

#include <array>

namespace law {

namespace {

// What may stand between two provisions or before a name and is no part of it.
constexpr std::array<std::string_view, 22> joints{
    "；",   ";",  "、",   "，",   ",",    "。",   "：",   "和",   "及", "与", "或者",
    "以及", "并", "按照", "依据", "根据", "依照", "违反", "适用", " ",  "　", "\t"};

std::string_view without_joints(std::string_view text) {
    for (bool again = true; again;) {
        again = false;
        for (const std::string_view joint : joints)
            if (text.starts_with(joint)) {
                text.remove_prefix(joint.size());
                again = true;
            } else if (text.ends_with(joint)) {
                text.remove_suffix(joint.size());
                again = true;
            }
    }
    return text;
}

// The name at the end of the words before an article: behind the last mark that ends a clause.
std::string_view name_in(std::string_view words) {
    words = without_joints(words);
    for (const std::string_view mark :
         {"；", ";", "，", "。", "：", "、《", "和《", "依据", "根据", "依照", "违反"}) {
        const auto at = words.rfind(mark);
        if (at == std::string_view::npos) continue;
        words.remove_prefix(at + mark.size() - (mark.ends_with("《") ? std::string_view("《").size() : 0));
    }
    words = without_joints(words);
    return words == "本法" || words == "同法" ? std::string_view() : words;
}

// "第一款", "第（五）项", "第五项": the number, and how many bytes it takes.
LeadingNumber leading_part(std::string_view text, std::string_view unit) {
    constexpr std::string_view opening = "第", open = "（", close = "）";
    if (!text.starts_with(opening)) return {};
    std::size_t bytes = opening.size();
    const bool bracketed = text.substr(bytes).starts_with(open);
    if (bracketed) bytes += open.size();
    const auto number = leading_number(text.substr(bytes));
    bytes += number.bytes;
    if (bracketed && text.substr(bytes).starts_with(close)) bytes += close.size();
    if (number.bytes == 0 || !text.substr(bytes).starts_with(unit)) return {};
    return {number.number, bytes + unit.size()};
}

std::size_t read_parts(std::string_view rest, Cited& cited) {
    const auto paragraph = leading_part(rest, "款");
    cited.paragraph = paragraph.number;
    const auto item = leading_part(rest.substr(paragraph.bytes), "项");
    cited.item = item.number;
    std::size_t bytes = paragraph.bytes + item.bytes;
    constexpr std::string_view to = "至";
    if (!rest.substr(bytes).starts_with(to)) return bytes;
    const auto last = leading_article(rest.substr(bytes + to.size()));
    if (last.bytes == 0) return bytes;
    cited.through = last.number;
    return bytes + to.size() + last.bytes;
}

void add_names(std::string_view words, std::vector<Cited>& citations) {
    while (!words.empty()) {
        std::size_t end = words.size(), skip = 0;
        for (const std::string_view mark : {"；", ";"})
            if (const auto at = words.find(mark); at < end) {
                end = at;
                skip = mark.size();
            }
        const std::string_view name = without_joints(words.substr(0, end));
        if (!name.empty())
            citations.push_back(
                {.law = std::string(name), .article = {}, .through = {}, .paragraph = 0, .item = 0});
        words.remove_prefix(std::min(end + skip, words.size()));
    }
}

}  // namespace

std::vector<Cited> citations_in(std::string_view basis) {
    std::vector<Cited> citations;
    if (basis.size() > citation_bytes_max) return citations;
    std::string law;
    std::size_t begin = 0;
    constexpr std::string_view opening = "第";
    for (auto at = basis.find(opening); at != std::string_view::npos; at = basis.find(opening, at)) {
        const auto article = leading_article(basis.substr(at));
        if (article.bytes == 0) {
            at += opening.size();
            continue;
        }
        if (const auto name = name_in(basis.substr(begin, at - begin)); !name.empty()) law = name;
        Cited cited{.law = law, .article = article.number, .through = {}, .paragraph = 0, .item = 0};
        at += article.bytes;
        at += read_parts(basis.substr(at), cited);
        begin = at;
        citations.push_back(std::move(cited));
    }
    if (citations.empty()) add_names(basis, citations);
    return citations;
}

}  // namespace law
