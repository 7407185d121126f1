#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/money.hpp"
#include "base/value.hpp"
#include "discretion/catalogue.hpp"
#include "discretion/tier.hpp"
#include "discretion/trace.hpp"

namespace discretion {

enum class Outcome {
    penalty,
    no_fine,
    no_penalty,
    may_no_penalty,
    time_barred,
    transfer_to_police,
    not_applicable,
    undetermined
};
enum class Chosen { act_date, newer_lighter, older_kept };
std::string_view word_of(Outcome);
std::string_view word_of(Chosen);

struct Band {
    base::Money min = {}, max = {};
    bool min_incl = true, max_incl = true;
    bool contains(base::Money sum) const {
        return (min < sum || (min_incl && sum == min)) && (sum < max || (max_incl && sum == max));
    }
    friend bool operator==(const Band&, const Band&) = default;
};

// The range of the chosen limb on the facts.
struct Statutory {
    Exact exact_min = {}, exact_max = {};
    base::Money min = {}, max = {};
    FineMode mode = FineMode::must;
    bool is_multiple = false;
    std::optional<FactId> base = {};  // the fact that selects or multiplies
    base::Money base_value = {}, base_counted_as = {};
    Decimal4 least = {}, most = {};
    std::optional<base::Money> cap = {};
};

struct Companion {
    std::string_view kind = {};
    Due mode = Due::mandatory;
    std::optional<base::Money> amount = {};
    bool undetermined = false;
    std::string_view choice = {};
    std::string_view basis = {};
    std::string_view from = {};  // provision, penalty_law, exemption, gate
};

struct PersonalPenalty {
    const Personal* rule = nullptr;
    Due mode = Due::mandatory;
    bool serious = false;
    std::string_view basis = {};
};

struct Procedure {
    bool hearing_needed = false;
    std::string_view hearing_by = {};  // fine, confiscation, kind, or empty
    base::Money hearing_limit = {};
    std::vector<std::string_view> legal_review = {};
    bool group_decision = false;
    std::string_view police_check = "none";
    bool summary_possible = false;
};

struct ListLook {
    std::string_view list = {}, item = {};
    bool holds = false;
    std::vector<std::string_view> missing = {};
    bool complete = false;
    ListEffect effect = ListEffect::may_no_penalty;
    std::string_view title = {};  // of the entry
};

// Where a points rule puts the fine in the span. Without a score the facts in `needs` are still open.
struct PointsPlace {
    std::optional<std::int64_t> score = {};
    Decimal4 share = {};
    base::Money sum = {};
    Tier tier = Tier::normal;
    bool is_moved = false;  // the score alone would lie in a tier that is not allowed
    std::vector<std::string_view> needs = {};
    std::string_view source = {};
};

struct Ignored {
    std::string_view code = {}, why = {};
};

struct Verdict {
    std::string_view result = {};  // fits_tier, other_tier, outside_law, no_fine_chosen
    std::optional<Tier> tier = {};
    std::string note = {};
};

struct BenchmarkTable;
struct TableRow;

// The row of a benchmark table (裁量基准) that gave the recommended tier its band.
struct TableUse {
    const BenchmarkTable* table = nullptr;
    const TableRow* row = nullptr;
};

// What the law lets be decided, and why (discretion-api.md §2). Views in it are of the Catalogue.
struct Finding {
    const Catalogue* catalogue = nullptr;
    std::optional<std::string> id = {};
    Outcome outcome = Outcome::penalty;
    std::string because = {};
    const Violation* violation = nullptr;
    const Version* version = nullptr;  // nullptr when no text was in force at the act
    Chosen chosen = Chosen::act_date;
    bool is_serious = false;
    std::optional<Statutory> statutory = {};
    TierSet allowed_tiers = {}, allowed_with_approval = {};
    std::optional<Tier> recommended_tier = {};
    std::array<std::optional<Band>, tier_count>
        bands;  // of every tier there is; the answer lists the allowed ones
    TableUse table = {};
    std::vector<Companion> companions = {};
    std::vector<PersonalPenalty> personal = {};
    Procedure procedure = {};
    std::vector<ListLook> lists = {};
    std::vector<std::string_view> flags = {};
    std::vector<Ignored> ignored = {};
    std::optional<Verdict> verdict = {};
    std::optional<PointsPlace> place = {};
    Trace trace = {};

    const std::optional<Band>& band() const;  // of the recommended tier
    bool has_flag(std::string_view flag) const;
    base::Value to_value() const;  // the JSON of discretion-api.md §2, reasoning_text included
};

}  // namespace discretion
