#pragma once
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/money.hpp"
#include "casefile/act.hpp"

namespace clocks {

// How far a served penalty decision is performed (程序规定 第七十一条、第七十七条第一款第（一）项).
struct Performance {
    int decide_act = 0;
    std::optional<base::Date> served_on = {};
    base::Money fine_due = {}, fine_paid = {}, gains_due = {}, gains_paid = {};
    // 行政处罚法 第七十二条: what a dunning letter that was served, or the application to the court, asks
    // for.
    base::Money late_fee_due = {}, late_fee_paid = {};
    // Day fine and gains were paid in full, the service day when no money is due; and the act that brought
    // it.
    std::optional<base::Date> money_in_on = {};
    int money_in_by = 0;
    std::optional<base::Date> fine_in_on = {};  // the day the fine itself was paid in full
    // goods, suspend_business, licence, practice_ban, other: not yet done.
    std::vector<std::string> open_items = {};
    std::optional<base::Date> performed_on = {};  // day the last item was done
    int performed_by = 0;

    base::Money fine_rest() const { return fine_due - fine_paid; }
    base::Money gains_rest() const { return gains_due - gains_paid; }
    base::Money late_fee_rest() const;  // nothing when more was paid than was asked for
};

// Of the last penalty decision among the acts (ordinary or on the spot) that was not revoked; nothing when
// there is none. A warning is done by service; goods under seizure when the decision is served are done by
// service.
std::optional<Performance> performance(std::span<const casefile::Act> accepted);

}  // namespace clocks
