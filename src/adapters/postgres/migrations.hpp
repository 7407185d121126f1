#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "postgres/connection.hpp"

namespace postgres {

struct Migration {
    std::string name;  // "0001_viewer.sql"; the order of names is the order of work
    std::string_view text;
};

std::vector<Migration> embedded_migrations();

// Brings the schema to the newest state in one transaction, under a lock, each migration once. Refuses a
// database whose past differs from ours: `migration_changed` (an old one was edited), `migration_unknown` (a
// newer program has been here).
base::Result<void> migrate(Connection& owner, const std::vector<Migration>& migrations);

}  // namespace postgres
