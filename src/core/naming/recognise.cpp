#include "naming/recognise.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "naming/values.hpp"

namespace naming {

namespace {

constexpr int own_line = 10, inside_line = 6, one_letter_wrong = 5, clues_max = 4;
constexpr std::size_t beside_title_max = 24;

struct Match {
    const Kind* kind = nullptr;
    int score = 0;
    std::size_t title_letters = 0, line = 0;
    std::string title = {};
    std::vector<std::string> clues = {};

    // The better one first; of 不予行政处罚决定书 and 行政处罚决定书 the longer title.
    auto rank() const { return std::tuple(-score, -static_cast<int>(title_letters), line); }
};

int score_of(const Line& line, LettersView title) {
    const LettersView whole = line.letters, bare = without_copy_mark(whole);
    if (whole == title || bare == title) return own_line;
    if (whole.size() <= title.size() + beside_title_max) {
        if (bare.ends_with(title) || whole.ends_with(title)) return inside_line;
        if (whole.starts_with(title) &&
            (line.after_space[title.size()] || !proofread::is_han(whole[title.size()])))
            return inside_line;
    }
    if (title.size() >= 4 && bare.size() == title.size() && proofread::distance(bare, title, 1) <= 1)
        return one_letter_wrong;
    return 0;
}

Match match_of(const Kind& kind, const std::vector<Line>& lines, std::size_t head_lines) {
    Match best{.kind = &kind};
    for (std::size_t i = 0; i < std::min(head_lines, lines.size()); ++i)
        for (const Letters& title : kind.titles) {
            Match here{.kind = &kind,
                       .score = score_of(lines[i], title),
                       .title_letters = title.size(),
                       .line = i,
                       .title = proofread::text_of(title)};
            if (here.score > 0 && (best.score == 0 || here.rank() < best.rank())) best = here;
        }
    for (const Letters& clue : kind.clues)
        if (std::ranges::any_of(lines, [&](const Line& line) { return proofread::has(line.letters, clue); }))
            best.clues.push_back(proofread::text_of(clue));
    const auto clues = static_cast<int>(best.clues.size());
    // A word like 证明 or 收据 alone on a line is not yet a title.
    if (best.title_letters > 0 && best.title_letters <= 2 && clues == 0) best.score = 0;
    best.score += best.score > 0 ? std::min(clues, clues_max) : clues;
    return best;
}

std::vector<std::string> reasons(const Match& match, const Proposal& proposal, bool party_known) {
    std::vector<std::string> why;
    if (!match.title.empty()) why.push_back(fmt::format("标题“{}”", match.title));
    for (const std::string& clue : match.clues) why.push_back(fmt::format("有“{}”", clue));
    if (!proposal.party.empty() && party_known) why.emplace_back("名称与本案当事人一致");
    return why;
}

}  // namespace

std::string name_of(const Rules& rules, const Proposal& proposal) {
    std::string name;
    for (const NamePiece& piece : rules.name) {
        std::string value;
        if (piece.field == "kind") value = proposal.kind;
        if (piece.field == "party") value = proposal.party;
        if (piece.field == "number") value = proposal.number;
        if (piece.field == "date" && proposal.date) value = proposal.date->str();
        if (piece.optional && value.empty()) continue;
        name += piece.before + value + piece.after;
    }
    std::ranges::replace(name, '/', '-');
    std::ranges::replace(name, '\\', '-');
    return name;
}

std::optional<Proposal> recognise(const Rules& rules, std::span<const std::string> texts,
                                  std::span<const std::string> parties) {
    const std::vector<Line> lines = lines_of(texts, rules.words_max);
    Match best;
    for (const Kind& kind : rules.kinds) {
        Match match = match_of(kind, lines, rules.head_lines);
        if (best.kind == nullptr || match.rank() < best.rank()) best = std::move(match);
    }
    if (best.kind == nullptr || best.score < rules.needed) return std::nullopt;
    Proposal proposal{.kind_id = best.kind->id,
                      .kind = best.kind->name,
                      .party = party_of(*best.kind, lines, rules.head_lines),
                      .number = number_of(*best.kind, lines, rules.head_lines),
                      .date = date_of(*best.kind, lines),
                      .name = {},
                      .why = {}};
    std::string known = nearest_party(parties, proposal.party);
    if (known.empty()) known = known_party(parties, lines);
    if (!known.empty()) proposal.party = known;
    proposal.name = name_of(rules, proposal);
    proposal.why = reasons(best, proposal, !known.empty());
    return proposal;
}

}  // namespace naming
