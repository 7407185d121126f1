#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.hpp"
#include "base/money.hpp"
#include "base/result.hpp"
#include "base/value.hpp"
#include "discretion/request.hpp"

namespace simulation {

// 中小企业划型标准规定 第二条. The size of a natural person is never asked.
enum class PartySize : std::uint8_t { unknown, micro, small, medium, large };
std::string_view word_of(PartySize);
std::string_view title_of(PartySize);  // 微型企业
PartySize size_of(std::string_view word);

// What is kept of a decision for asking later what another table would have made of it. No name, no number
// of a party.
struct PastDecision {
    std::string case_no = {};
    int act = 0;
    discretion::Request request = {};  // a penalty proposes the sum that was decided
    PartySize size = PartySize::unknown;
    std::optional<base::Money> fine = {};  // none: nothing was fined
    bool is_penalty = true;                // false: 不予行政处罚
    bool has_reason = false;               // why it left the tier was written down
    bool is_combined = false;              // one sum for several violations
    std::string law = {};                  // the text it was decided under, where that was noted
};

// {case_no, act, kind, fine?, size?, has_reason?, law?, violations, request} as stored; `request` is that of
// discretion-api.md §1 without the place, which `jurisdiction` gives.
base::Result<PastDecision> past_decision_from(const base::Value& row, std::string_view jurisdiction,
                                              const discretion::Catalogue&);

}  // namespace simulation
