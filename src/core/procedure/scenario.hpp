#pragma once
#include <vector>

#include "base/date.hpp"
#include "base/result.hpp"
#include "base/value.hpp"
#include "casefile/act.hpp"

namespace procedure {

struct Scenario {
    casefile::Matter matter;
    std::vector<casefile::Act> acts;
    base::Date today;
};

// The envelope of acts.md §1; `field` of an error is the path in the scenario.
base::Result<Scenario> read_scenario(const base::Value& scenario);
base::Result<casefile::Party> read_party(const base::Value& value, const std::string& path,
                                         const std::string& default_id);
base::Result<casefile::Staff> read_staff(const base::Value& value, const std::string& path);
base::Result<casefile::Act> read_act(const base::Value& value, const std::string& path);

}  // namespace procedure
