#pragma once
#include <sys/types.h>

#include <string>

#include "base/result.hpp"

namespace postgres {

// The unprivileged system user the database runs as.
struct SystemUser {
    std::string name;
    uid_t user = 0;
    gid_t group = 0;
};

base::Result<SystemUser> current_user();
// PostgreSQL refuses to run as root: root lends it an unprivileged user of the system, anybody else keeps his
// own.
base::Result<SystemUser> database_user();

}  // namespace postgres
