#pragma once
#include <stdexcept>
#include <string>
#include <string_view>

#include "discretion/loaded.hpp"
#include "json/json.hpp"
#include "simulation/simulation.hpp"

namespace simulation {

// Expired food worth 4,200 yuan, sold by a company: 50,000 to 100,000 (食品安全法
// 第一百二十四条第一款第（五）项), of which 65,000 to 85,000 is the ordinary tier.
struct PastCase {
    std::string kind = "penalty", fine = "75000.00", law = "", size = "small";
    std::string facts = R"({"goods_value":"4200.00","illegal_gains":"0.00"})";
    std::string circumstances = "[]", violations = R"(["food.expired"])";
    bool has_reason = false;
};

inline PastDecision decision(const PastCase& past) {
    base::Object row{
        {"case_no",    "990101-2025-000001"},
        {"act",        12                  },
        {"kind",       past.kind           },
        {"size",       past.size           },
        {"law",        past.law            },
        {"has_reason", past.has_reason     }
    };
    if (!past.fine.empty()) row.set("fine", past.fine);
    row.set("violations", json::parse(past.violations).value());
    row.set("request",
            json::parse(R"({"violation_id":"food.expired","act_end":"2025-03-10","discovered_on":"2025-03-10",
        "decision_on":"2025-06-10","actor":{"kind":"entity"},"facts":)" +
                        past.facts + R"(,"circumstances":)" + past.circumstances + "}")
                .value());
    auto read = past_decision_from(base::Value(std::move(row)), "990101", discretion::loaded());
    if (!read) throw std::runtime_error(read.error().message);
    return std::move(*read);
}

// The national rows as they stand, to be changed by a test.
inline discretion::Jurisdiction national() {
    return *discretion::loaded().chain("CN")->places().front();
}

inline const discretion::Jurisdiction in_force = national();

inline discretion::Decimal4 share(std::string_view text) {
    return discretion::Decimal4::from(base::Value(base::Decimal{std::string(text)})).value();
}

}  // namespace simulation
