#pragma once
#include <filesystem>

namespace postgres {

// What a server that was killed leaves in its data folder: a database that is still running is asked to end
// and waited for; the pid files of one that is gone are removed, since their number may meanwhile belong to
// another process and would keep the database from starting.
void clear_leftovers(const std::filesystem::path& folder);

}  // namespace postgres
