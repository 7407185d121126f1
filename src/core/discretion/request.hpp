#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/money.hpp"
#include "base/result.hpp"
#include "base/value.hpp"
#include "discretion/catalogue.hpp"

namespace discretion {

struct Actor {
    enum class Kind { natural, individual_business, entity };
    enum class Capacity { full, partial, none };
    Kind kind = Kind::natural;
    std::optional<int> age = {};  // at the act
    Capacity capacity = Capacity::full;
};

// A circumstance or serious fact as it was sent; without evidence it is not used.
struct Claim {
    std::uint8_t id = 0;  // CircumstanceId or SeriousId
    std::vector<std::string> evidence = {};
    std::string detail = {}, ref = {};
    bool punished_separately = false;
};

// A request of discretion-api.md §1, checked: every code is known, every sum and day is one.
struct Request {
    static base::Result<Request> from(const base::Value& value, const Catalogue& catalogue);

    std::optional<std::string> id = {};
    const Violation* violation = nullptr;
    std::string jurisdiction = "CN";
    base::Date act_start = {}, act_end = {}, decision_on = {};
    std::optional<base::Date> discovered_on = {};
    Actor actor = {};
    Facts facts = Facts();
    std::vector<Claim> circumstances = {};
    std::vector<Claim> serious_facts = {};
    std::vector<const Violation*> other_provisions = {};
    std::optional<base::Money> proposed_fine = {};
    bool mitigation_approved = false;
};

}  // namespace discretion
