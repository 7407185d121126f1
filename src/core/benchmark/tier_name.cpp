#include "benchmark/tier_name.hpp"

#include <fmt/format.h>

#include <array>
#include <utility>

#include "benchmark/normal.hpp"

namespace benchmark {

namespace {

using discretion::Tier;

constexpr std::array<std::pair<std::string_view, Tier>, 13> names{
    {{"不予处罚", Tier::none},
     {"不予行政处罚", Tier::none},
     {"不予", Tier::none},
     {"免予处罚", Tier::exempt},
     {"免予行政处罚", Tier::exempt},
     {"免予", Tier::exempt},
     {"免罚", Tier::exempt},
     {"减轻", Tier::mitigated},
     {"从轻", Tier::lenient},
     {"一般", Tier::normal},
     {"从重", Tier::aggravated},
     {"较轻", Tier::lenient},
     {"较重", Tier::aggravated}}
};

base::Result<TierName> read_tier(std::string_view text) {
    const std::string_view whole = text;
    TierName name;
    name.is_serious = take(text, "情节严重");
    for (const std::string_view joint : {"·", "-", ":", "的"}) take(text, joint);
    take(text, "(");
    if (text.ends_with(")")) text.remove_suffix(1);
    if (name.is_serious && text.empty())
        return base::fail("tier_missing", "“情节严重”之内没有写明等级，请写作“情节严重·从重”等");
    std::string_view short_text = text;
    for (const std::string_view tail : {"处罚", "行政处罚"})
        if (short_text.size() > tail.size() && short_text.ends_with(tail)) {
            short_text.remove_suffix(tail.size());
            break;
        }
    for (const auto& [word, tier] : names)
        if (text == word || short_text == word) {
            name.tier = tier;
            return name;
        }
    return base::fail("unknown_tier",
                      fmt::format("“{}”不是裁量等级：应当是不予处罚、免予处罚、减轻、从轻、一般、从重",
                                  whole.substr(0, 60)));
}

}  // namespace

base::Result<std::vector<TierName>> read_tiers(std::string_view text) {
    std::vector<TierName> tiers;
    if (text.empty()) return base::fail("tier_missing", "没有写裁量等级");
    while (true) {
        const auto stroke = text.find('/');
        tiers.push_back(TRY(read_tier(text.substr(0, stroke))));
        if (stroke == std::string_view::npos) return tiers;
        text.remove_prefix(stroke + 1);
    }
}

}  // namespace benchmark
