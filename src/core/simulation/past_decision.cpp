#include "simulation/past_decision.hpp"

#include <algorithm>
#include <array>

namespace simulation {

namespace {

struct SizeName {
    std::string_view word, title;
};
constexpr std::array<SizeName, 5> sizes{
    {{"unknown", "规模未记载"},
     {"micro", "微型企业"},
     {"small", "小型企业"},
     {"medium", "中型企业"},
     {"large", "大型企业"}}
};

}  // namespace

std::string_view word_of(PartySize size) {
    return sizes[static_cast<std::size_t>(size)].word;
}

std::string_view title_of(PartySize size) {
    return sizes[static_cast<std::size_t>(size)].title;
}

PartySize size_of(std::string_view word) {
    const auto found = std::ranges::find(sizes, word, &SizeName::word);
    return found == sizes.end() ? PartySize::unknown : static_cast<PartySize>(found - sizes.begin());
}

base::Result<PastDecision> past_decision_from(const base::Value& row, std::string_view jurisdiction,
                                              const discretion::Catalogue& catalogue) {
    PastDecision past;
    past.case_no = row.text("case_no");
    past.act = static_cast<int>(row.integer("act").value_or(0));
    past.is_penalty = row.text("kind") == "penalty";
    past.size = size_of(row.text("size"));
    past.has_reason = row.truth("has_reason");
    past.law = row.text("law");
    past.is_combined = row.list("violations").size() > 1;
    if (past.is_penalty && !row.text("fine").empty()) past.fine = TRY(base::Money::parse(row.text("fine")));
    past.request = TRY(discretion::Request::from(row["request"], catalogue));
    past.request.jurisdiction = jurisdiction;
    if (past.is_penalty) past.request.proposed_fine = past.fine.value_or(base::Money());
    return past;
}

}  // namespace simulation
