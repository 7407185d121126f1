#pragma once
#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/money.hpp"
#include "discretion/circumstance.hpp"
#include "discretion/condition.hpp"
#include "discretion/exact.hpp"
#include "discretion/points.hpp"
#include "discretion/tier.hpp"

namespace discretion {

struct Shares {
    Decimal4 lenient_to = {}, aggravated_from = {};  // of the span from minimum to maximum
    std::string source = {};
    Confidence lenient_confidence = Confidence::text, aggravated_confidence = Confidence::text;
};

// One step of a ladder: another floor for one violation or one field.
struct FloorStep {
    Scope scope = {};
    std::optional<Decimal4> share = {};  // of the statutory minimum
    std::optional<base::Money> sum = {};
};

struct Floor {
    Decimal4 share = {};  // of the statutory minimum
    std::string source = {};
    std::vector<FloorStep> ladder = {};
};

struct HearingRule {
    base::Money natural = {}, entity = {};
    std::vector<std::string> kinds = {};
    std::string source = {};
};

struct SummaryRule {
    base::Money natural = {}, entity = {};
    std::string source = {};
};

// A row of a benchmark that gives findings a force for one violation.
struct ForceRow {
    std::string violation = {};
    std::vector<CircumstanceId> when = {};
    Force force = Force::weight;
    base::Date from = {};
    std::optional<base::Date> to = {};
    std::string source = {};
    Confidence confidence = Confidence::text;
};

// The bands of one violation as a table prints them: in yuan, in times of the base of the law, or as shares
// of the span.
struct Benchmark {
    enum class Unit : std::uint8_t { yuan, times, share };
    struct Ends {
        std::int64_t min = 0, max = 0;  // fen, or ten-thousandths
    };
    Scope scope = {};
    Condition when = {};
    bool is_serious = false;  // of the 情节严重 limb
    Unit unit = Unit::share;
    std::array<std::optional<Ends>, tier_count> bands =
        {};  // lenient, normal, aggravated; mitigated may be there
    std::string source = {};
    Confidence confidence = Confidence::text;
    const Ends& at(Tier tier) const { return *bands[static_cast<std::size_t>(tier)]; }
};

// An entry of a list of what is not punished, or more lightly.
struct ListEntry {
    std::string item = {}, violation = {}, title = {};
    Condition when = {};
    std::vector<CircumstanceId> findings = {};
};

enum class ListEffect : std::uint8_t { no_penalty, may_no_penalty, exempt, mitigated, lenient, no_coercion };
std::string_view word_of(ListEffect);

struct ExemptionList {
    std::string list = {}, title = {}, source = {};
    bool is_complete = false;
    base::Date from = {};
    std::vector<ListEntry> entries = {};
    std::optional<base::Date> to = {};
    ListEffect effect = ListEffect::may_no_penalty;
    bool is_duty = false;            // 应当, for lists that mitigate or lighten
    bool asks_for_criteria = false;  // a notion counts only with a criterion of it
    bool is_in_force(base::Date day) const { return from <= day && (!to || day <= *to); }
};

// One way in which a notion such as 违法行为轻微 shows itself: facts and findings that stand for it.
struct Criterion {
    CircumstanceId notion = 0;
    std::string title = {}, source = {};
    Condition when = {};
    std::vector<CircumstanceId> findings = {};
};

// What one place lays down; what it leaves out is that of the place above it.
struct Jurisdiction {
    std::string id = {}, name = {};
    bool is_example = false;
    std::optional<Shares> shares = {};
    std::optional<Floor> floor = {};
    std::optional<HearingRule> hearing = {};
    std::optional<SummaryRule> summary = {};
    std::optional<bool> individual_business_is_natural = {};
    std::vector<ForceRow> forces = {};
    std::vector<ExemptionList> lists = {};
    std::string above = {}, note = {};             // the profile above one that is no region code
    std::optional<base::Date> from = {}, to = {};  // one edition; empty = always
    std::string file = {};
    std::optional<Shares> upper_limit_shares = {};  // where the law names a maximum only
    std::array<std::string, tier_count> tier_titles = {};
    std::vector<Benchmark> benchmarks = {};
    std::vector<Criterion> criteria = {};
    std::vector<Dimension> dimensions = {};
    std::optional<PointsRule> points = {};
    bool is_in_force(base::Date day) const { return (!from || *from <= day) && (!to || day <= *to); }
};

// The rows that hold in one place: the nearest first, the country last.
class Chain {
  public:
    explicit Chain(std::vector<const Jurisdiction*> places) : places_(std::move(places)) {}
    const Shares& shares() const { return *nearest(&Jurisdiction::shares); }
    const std::optional<Shares>& upper_limit_shares() const {
        return nearest(&Jurisdiction::upper_limit_shares);
    }
    const std::optional<Floor>& floor() const { return nearest(&Jurisdiction::floor); }
    const HearingRule& hearing() const { return *nearest(&Jurisdiction::hearing); }
    const SummaryRule& summary() const { return *nearest(&Jurisdiction::summary); }
    bool individual_business_is_natural() const {
        return *nearest(&Jurisdiction::individual_business_is_natural);
    }
    const std::optional<PointsRule>& points() const { return nearest(&Jurisdiction::points); }
    const std::vector<const Jurisdiction*>& places() const { return places_; }
    std::string_view title_of(Tier) const;  // as the place names it: 免罚
    bool has_exempt() const;                // 免予处罚 is a tier of its own here
    bool is_example() const;
    friend bool operator==(const Chain& a, const Chain& b) { return a.places_ == b.places_; }

  private:
    template <class T>
    const std::optional<T>& nearest(std::optional<T> Jurisdiction::* rule) const {
        for (const Jurisdiction* place : places_)
            if (place->*rule) return place->*rule;
        return places_.back()->*rule;
    }
    std::vector<const Jurisdiction*> places_;
};

}  // namespace discretion
