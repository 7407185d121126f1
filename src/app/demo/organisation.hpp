#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/result.hpp"
#include "base/value.hpp"
#include "identity/viewer.hpp"
#include "ports/directory.hpp"

namespace demo {

struct AccountRow {
    std::string person, account;
};

// catalogue/demo/organisation.yaml, read.
struct Organisation {
    std::vector<ports::NodeRow> nodes;
    std::vector<ports::PersonRow> people;
    std::vector<AccountRow> accounts;
    std::string password;

    static base::Result<Organisation> from(const base::Value& content);
    // The person as he stands after signing in. Error: `not_found`.
    base::Result<identity::Viewer> viewer(std::string_view person) const;
};

}  // namespace demo
