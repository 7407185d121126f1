#include "benchmark/mapping.hpp"

#include <algorithm>
#include <set>

#include "base/numerals.hpp"
#include "benchmark/normal.hpp"

namespace benchmark {

namespace {

constexpr std::size_t candidates_max = 3;
constexpr int likeness_min = 25;

std::set<std::string_view> pairs_of(std::string_view text) {
    std::set<std::string_view> pairs;
    while (true) {
        const std::size_t first = next_character(text).size();
        const std::size_t second = next_character(text.substr(first)).size();
        if (second == 0) return pairs;
        pairs.insert(text.substr(0, first + second));
        text.remove_prefix(first);
    }
}

// How many neighbouring characters two names share, of 100 (Dice).
int likeness_of(const std::set<std::string_view>& a, const std::set<std::string_view>& b) {
    if (a.empty() || b.empty()) return 0;
    std::size_t shared = 0;
    for (const std::string_view pair : a) shared += b.contains(pair) ? 1 : 0;
    return static_cast<int>(200 * shared / (a.size() + b.size()));
}

// “商标法(2019)” is cited as 商标法.
std::string_view cited_title(const law::Statute& statute) {
    return std::string_view(statute.short_title).substr(0, statute.short_title.find('('));
}

enum class Cited { no, article, item };

Cited is_cited(const discretion::Violation& violation, std::string_view basis,
               const law::Statutes& statutes) {
    Cited best = Cited::no;
    for (const discretion::Version& version : violation.versions)
        for (const law::Reference& reference : version.penalty) {
            const bool names_law =
                basis.find(cited_title(statutes[reference.statute])) != std::string_view::npos;
            if (!names_law || basis.find(base::article_name(reference.article)) == std::string_view::npos)
                continue;
            best = std::max(best, Cited::article);
            const std::string item = "第(" + base::chinese_number(reference.item) + ")项";
            if (reference.item != 0 && basis.find(item) != std::string_view::npos) best = Cited::item;
        }
    return best;
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

std::vector<Candidate> nearest_items(const Subject& subject, const discretion::Catalogue& catalogue) {
    const std::string name = normal(subject.violation), basis = normal(subject.basis);
    const auto pairs = pairs_of(name);
    std::vector<Candidate> candidates;
    for (const discretion::Violation& violation : catalogue.violations()) {
        const std::string other = normal(violation.name);
        const Cited cited = is_cited(violation, basis, catalogue.statutes());
        const int by_name = likeness_of(pairs, pairs_of(other));
        const int by_law = cited == Cited::item ? 40 : cited == Cited::article ? 25 : 0;
        const int likeness = std::min(100, by_name * 6 / 10 + by_law);
        if (likeness >= likeness_min) candidates.push_back({violation.id, likeness, cited != Cited::no});
    }
    std::ranges::stable_sort(candidates, std::greater(), &Candidate::likeness);
    if (candidates.size() > candidates_max) candidates.resize(candidates_max);
    return candidates;
}

}  // namespace benchmark
