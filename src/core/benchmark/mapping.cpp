#include "benchmark/mapping.hpp"

#include <algorithm>
#include <functional>
#include <iterator>

#include "base/numerals.hpp"
#include "benchmark/normal.hpp"

namespace benchmark {

namespace {

constexpr std::size_t candidates_max = 3;
constexpr int likeness_min = 25;

std::uint64_t number_of(std::string_view character) {
    std::uint64_t number = 0;
    for (const char byte : character) number = number << 8U | static_cast<unsigned char>(byte);
    return number;
}

std::vector<std::uint64_t> pairs_of(std::string_view text) {
    std::vector<std::uint64_t> pairs;
    for (std::string_view first = next_character(text); !first.empty(); first = next_character(text)) {
        text.remove_prefix(first.size());
        if (!text.empty()) pairs.push_back(number_of(first) << 32U | number_of(next_character(text)));
    }
    std::ranges::sort(pairs);
    pairs.erase(std::ranges::unique(pairs).begin(), pairs.end());
    return pairs;
}

// How many neighbouring characters two names share, of 100 (Dice).
int likeness_of(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
    if (a.empty() || b.empty()) return 0;
    std::vector<std::uint64_t> shared;
    std::ranges::set_intersection(a, b, std::back_inserter(shared));
    return static_cast<int>(200 * shared.size() / (a.size() + b.size()));
}

// “商标法(2019)” is cited as 商标法.
std::string_view cited_title(const law::Statute& statute) {
    return std::string_view(statute.short_title).substr(0, statute.short_title.find('('));
}

}  // namespace

std::vector<Subject> subjects_of(const std::vector<Line>& lines) {
    std::vector<Subject> subjects;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::string &violation = lines[i][Column::violation], &basis = lines[i][Column::basis];
        auto found = std::ranges::find_if(subjects, [&](const Subject& subject) {
            return subject.violation == violation && subject.basis == basis;
        });
        if (found == subjects.end()) {
            subjects.push_back({.violation = violation, .basis = basis});
            found = subjects.end() - 1;
        }
        found->lines.push_back(i);
    }
    return subjects;
}

ItemFinder::ItemFinder(const discretion::Catalogue& catalogue) {
    for (const discretion::Violation& violation : catalogue.violations()) {
        Entry entry{.violation = &violation, .pairs = pairs_of(normal(violation.name))};
        for (const discretion::Version& version : violation.versions)
            for (const law::Reference& reference : version.penalty)
                entry.citations.push_back(
                    {std::string(cited_title(catalogue.statutes()[reference.statute])),
                     base::article_name(reference.article),
                     reference.item == 0 ? "" : "第(" + base::chinese_number(reference.item) + ")项"});
        entries_.push_back(std::move(entry));
    }
}

int ItemFinder::likeness_by_law(const Entry& entry, std::string_view basis) const {
    constexpr int same_article = 25, same_item = 40;
    int best = 0;
    for (const Citation& citation : entry.citations) {
        if (basis.find(citation.law) == std::string_view::npos) continue;
        if (basis.find(citation.article) == std::string_view::npos) continue;
        const bool names_item = !citation.item.empty() && basis.find(citation.item) != std::string_view::npos;
        best = std::max(best, names_item ? same_item : same_article);
    }
    return best;
}

std::vector<Candidate> ItemFinder::nearest(const Subject& subject) const {
    const auto pairs = pairs_of(normal(subject.violation));
    const std::string basis = normal(subject.basis);
    std::vector<Candidate> candidates;
    for (const Entry& entry : entries_) {
        const int by_law = likeness_by_law(entry, basis);
        const int likeness = std::min(100, likeness_of(pairs, entry.pairs) * 6 / 10 + by_law);
        if (likeness >= likeness_min) candidates.push_back({entry.violation->id, likeness, by_law > 0});
    }
    std::ranges::stable_sort(candidates, std::greater(), &Candidate::likeness);
    if (candidates.size() > candidates_max) candidates.resize(candidates_max);
    return candidates;
}

}  // namespace benchmark
