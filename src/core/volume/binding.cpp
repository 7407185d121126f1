#include "volume/binding.hpp"

#include <algorithm>
#include <tuple>

namespace volume {

namespace {

const Paper& anchor_of(const std::vector<Paper>& papers, const Paper& paper) {
    const bool proves = paper.proves >= 0 && static_cast<std::size_t>(paper.proves) < papers.size();
    return proves ? papers[static_cast<std::size_t>(paper.proves)] : paper;
}

// Cover and index before the slots, the note behind them.
int rank(const Paper& paper) {
    if (paper.slot == "cover") return 0;
    if (paper.slot == "index") return 1;
    return paper.slot == "note" ? 3 : 2;
}

bool belongs(const Paper& paper, Part part) {
    return !paper.slot.empty() && paper.slot.front() == (part == Part::main ? 'Z' : 'F');
}

auto place(const std::vector<Paper>& papers, const Paper& paper) {
    const Paper& anchor = anchor_of(papers, paper);
    return std::tuple(rank(anchor), anchor.slot, anchor.made_at, anchor.act_n, anchor.no,
                      &anchor == &paper ? 0 : 1, paper.made_at);
}

bool holds(const base::Value& list, const std::vector<std::string>& acts) {
    return std::ranges::any_of(list.items(), [&](const base::Value& id) {
        return std::ranges::find(acts, *id.as_string()) != acts.end();
    });
}

}  // namespace

std::vector<Bound> bind(const std::vector<Paper>& papers, Part part) {
    std::vector<Bound> bound;
    for (std::size_t i = 0; i < papers.size(); ++i)
        if (belongs(anchor_of(papers, papers[i]), part)) bound.push_back({i, 1});
    std::ranges::stable_sort(bound, {}, [&](const Bound& one) { return place(papers, papers[one.paper]); });
    int page = 1;
    for (Bound& one : bound) {
        one.page = page;
        page += std::max(1, papers[one.paper].pages);
    }
    return bound;
}

std::vector<Missing> missing(const base::Value& rules, const std::vector<Paper>& papers,
                             const std::vector<std::string>& acts) {
    std::vector<Missing> made;
    for (const base::Value& rule : rules.list("rules")) {
        if (!holds(rule["when"], acts) || (rule.has("unless") && holds(rule["unless"], acts))) continue;
        const bool there = std::ranges::any_of(rule.list("any"), [&](const base::Value& id) {
            return std::ranges::find(papers, *id.as_string(), &Paper::document) != papers.end();
        });
        if (!there) made.push_back({*rule.list("any").front().as_string(), std::string(rule.text("basis"))});
    }
    return made;
}

}  // namespace volume
