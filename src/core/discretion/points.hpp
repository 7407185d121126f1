#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "discretion/circumstance.hpp"
#include "discretion/condition.hpp"
#include "discretion/exact.hpp"

namespace discretion {

struct Violation;

// What a row of a place is about: one violation, one field, or everything.
struct Scope {
    std::string violation = {}, field = {};
    bool covers(const Violation& violation) const;
    bool is_everything() const { return violation.empty() && field.empty(); }
};

// One level of a dimension, such as 持续时间性: three months or more.
struct Level {
    std::string title = {};
    Condition when = {};
    std::vector<CircumstanceId> findings = {};
    std::int64_t points = 0;
};

// A side from which an act is looked at (主观故意性、持续时间性、后果严重性、情节恶劣性、整改及时性); of its
// levels the first that holds counts.
struct Dimension {
    std::string code = {}, title = {}, source = {};
    std::vector<Level> levels = {};
};

// A score gives a place in the span from minimum to maximum; it fixes the amount of a fine and nothing else.
struct PointsRule {
    struct Place {
        std::int64_t score = 0;  // from this score on
        Decimal4 share = {};
    };
    std::string source = {};
    std::vector<Scope> scopes = {};
    std::vector<CircumstanceId> excludes = {};  // what takes a matter out of the rule
    std::vector<Place> places = {};
    Confidence confidence = Confidence::text;
    Decimal4 share_of(std::int64_t score) const;
};

}  // namespace discretion
