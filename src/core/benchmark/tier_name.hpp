#pragma once
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "discretion/finding.hpp"

namespace benchmark {

struct TierName {
    discretion::Tier tier = discretion::Tier::normal;
    bool is_serious = false;  // a tier inside the limb 情节严重
    friend bool operator==(const TierName&, const TierName&) = default;
};

// The cell 裁量等级: one tier, or several parted by strokes. Errors: `unknown_tier`, `tier_missing`.
base::Result<std::vector<TierName>> read_tiers(std::string_view normal_text);

}  // namespace benchmark
