#pragma once
#include <span>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "casefile/act.hpp"

namespace procedure {

// 行政处罚法 第四十二条第一款: law enforcement needs the qualification, on the day of the act.
bool certificate_valid(const casefile::Staff& person, base::Date on);

struct Found;
struct Look;

// One demand on whoever acts (acts.md §1.3, the second level).
struct ActorCheck {
    std::string_view name;
    void (*ask)(const Look&, std::vector<Found>&);
};
std::span<const ActorCheck> actor_checks();

// One demand on whoever has signed for it (the third level); `role` is the one it takes, empty where nobody
// has to.
struct ApproverCheck {
    std::string_view name;
    void (*ask)(const Look&, std::string_view role, std::vector<Found>&);
};
std::span<const ApproverCheck> approver_checks();

}  // namespace procedure
