#include "explorer/index.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <set>

#include "law/citation.hpp"

namespace explorer {

namespace {

constexpr int score_min = 12;

std::vector<std::string> characters_of(std::string_view text) {
    std::vector<std::string> characters;
    for (const char c : text) {
        if ((static_cast<unsigned char>(c) & 0xC0u) != 0x80u) characters.emplace_back();
        if (!characters.empty()) characters.back() += c;
    }
    return characters;
}

void add_pairs(std::string_view text, std::set<std::string>& pairs) {
    const auto characters = characters_of(text);
    for (std::size_t i = 0; i + 1 < characters.size(); ++i) pairs.insert(characters[i] + characters[i + 1]);
}

bool contains(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

// More for a part that is most of the whole.
int share(int most, std::string_view part, std::string_view whole) {
    return static_cast<int>(static_cast<std::size_t>(most) * part.size() /
                            std::max<std::size_t>(whole.size(), 1));
}

void raise(Hit& hit, int score, std::string_view because) {
    if (score <= hit.score) return;
    hit.score = score;
    hit.because = because;
}

// "食品安全法 124", "FSL 124.1", "食品安全法124条": a law and a number, as one types it in haste.
std::vector<law::Cited> typed_articles(std::string_view text) {
    std::vector<law::Cited> found = law::citations_in(text);
    std::erase_if(found, [](const law::Cited& cited) { return !cited.article; });
    if (!found.empty()) return found;
    const auto digit = text.find_first_of("0123456789");
    if (digit == std::string_view::npos) return {};
    int number = 0;
    const auto read = std::from_chars(text.data() + digit, text.data() + text.size(), number);
    if (read.ec != std::errc() || number < 1 || number > 999) return {};
    std::string_view name = text.substr(0, digit);
    constexpr std::string_view opening = "第";
    while (name.ends_with(' ') || name.ends_with(opening))
        name.remove_suffix(name.ends_with(' ') ? 1 : opening.size());
    if (name.empty()) return {};
    return {
        {.law = std::string(name),
         .article = law::ArticleNumber{number, 0},
         .through = {},
         .paragraph = 0,
         .item = 0}
    };
}

bool refers(const std::vector<law::Reference>& references, std::uint16_t statute, const law::Cited& cited) {
    return std::ranges::any_of(references, [&](const law::Reference& reference) {
        return reference.statute == statute && reference.article == cited.article->number &&
               (cited.paragraph == 0 || reference.paragraph == 0 || reference.paragraph == cited.paragraph) &&
               (cited.item == 0 || reference.item == 0 || reference.item == cited.item);
    });
}

}  // namespace

struct Index::Asked {
    std::string words;
    std::vector<std::string> pairs;
};

Index::Index(const discretion::Catalogue& catalogue, const law::Register& laws, Words words)
    : catalogue_(catalogue), laws_(laws), words_(std::move(words)) {
    for (const discretion::Violation& violation : catalogue.violations()) {
        Entry entry;
        entry.name = folded(violation.name);
        std::set<std::string> pairs;
        add_pairs(entry.name, pairs);
        for (const std::string& keyword : violation.keywords) {
            entry.keywords.push_back(folded(keyword));
            add_pairs(entry.keywords.back(), pairs);
        }
        entry.pairs.assign(pairs.begin(), pairs.end());
        for (const std::string& pair : entry.pairs) ++holders_[pair];
        entries_.push_back(std::move(entry));
    }
}

int Index::rarity(const std::string& pair) const {
    const auto found = holders_.find(pair);
    const double holders = found == holders_.end() ? 0.5 : found->second;
    return static_cast<int>(10 * std::log2(1.0 + static_cast<double>(entries_.size()) / holders));
}

std::vector<Hit> Index::all_of(const Query& query) const {
    std::vector<Hit> hits;
    for (std::size_t i = 0; i < entries_.size(); ++i)
        if (query.field.empty() || catalogue_.violations()[i].field == query.field)
            hits.push_back({.item = i, .score = 0, .because = {}});
    return hits;
}

void Index::score_sayings(const Asked& asked, std::vector<Hit>& hits) const {
    for (const Saying& saying : words_.sayings)
        for (const std::string& said : saying.said) {
            const bool same = said == asked.words;
            if (!same && !contains(asked.words, said)) continue;
            int score = same ? 200 : 100 + share(60, said, asked.words);
            for (const std::size_t item : saying.items) raise(hits[item], score--, said);
        }
}

void Index::score_articles(std::string_view text, std::vector<Hit>& hits) const {
    for (const law::Cited& cited : typed_articles(text)) {
        const std::string code = laws_.code_of(cited.law);
        for (Hit& hit : hits)
            for (const discretion::Version& version : catalogue_.violations()[hit.item].versions) {
                for (const bool punishes : {true, false})
                    for (const auto& reference : punishes ? version.penalty : version.violated) {
                        const std::uint16_t statute = reference.statute;
                        if (catalogue_.statutes()[statute].family != code) continue;
                        if (refers({reference}, statute, cited))
                            raise(hit, punishes ? 300 : 290, catalogue_.statutes().citation(reference));
                    }
            }
    }
}

void Index::score_entry(const Asked& asked, Hit& hit) const {
    const Entry& entry = entries_[hit.item];
    const discretion::Violation& violation = catalogue_.violations()[hit.item];
    for (std::size_t i = 0; i < entry.keywords.size(); ++i) {
        const std::string& keyword = entry.keywords[i];
        if (keyword == asked.words)
            raise(hit, 150, violation.keywords[i]);
        else if (contains(keyword, asked.words))
            raise(hit, 70 + share(50, asked.words, keyword), violation.keywords[i]);
        else if (contains(asked.words, keyword) && keyword.size() > 3)
            raise(hit, 60 + share(60, keyword, asked.words), violation.keywords[i]);
    }
    if (contains(entry.name, asked.words))
        raise(hit, 80 + share(60, asked.words, entry.name), violation.name);
    int shared = 0, all = 0;
    for (const std::string& pair : asked.pairs) {
        const int weight = rarity(pair);
        all += weight;
        if (std::ranges::binary_search(entry.pairs, pair)) shared += weight;
    }
    if (all > 0) raise(hit, 90 * shared / all, {});
}

std::vector<Hit> Index::find(const Query& query) const {
    Asked asked{.words = folded(query.text), .pairs = {}};
    std::vector<Hit> hits = all_of({});
    if (!asked.words.empty()) {
        std::set<std::string> pairs;
        add_pairs(asked.words, pairs);
        asked.pairs.assign(pairs.begin(), pairs.end());
        for (Hit& hit : hits) score_entry(asked, hit);
        score_sayings(asked, hits);
        score_articles(query.text, hits);
        std::erase_if(hits, [](const Hit& hit) { return hit.score < score_min; });
        std::ranges::stable_sort(hits, std::greater(), &Hit::score);
    }
    if (!query.field.empty())
        std::erase_if(hits,
                      [&](const Hit& hit) { return catalogue_.violations()[hit.item].field != query.field; });
    if (hits.size() > query.limit) hits.resize(query.limit);
    return hits;
}

}  // namespace explorer
