#pragma once
#include <sys/types.h>

#include <optional>
#include <string>
#include <vector>

#include "postgres/system_user.hpp"

namespace postgres {

struct ChildCommand {
    std::vector<std::string> arguments;  // the first is the program's path
    SystemUser user;
    int folder = -1;                          // descriptor handed on as inherited_folder
    int output = -1;                          // takes stdout and stderr
    std::optional<int> signal_on_death = {};  // sent when the thread that started it ends
};

// The descriptor under which a child finds the data folder. PostgreSQL reaches it as /proc/self/fd/3, so the
// folders above may be closed to its user (a checkout below /root, say).
constexpr int inherited_folder = 3;

pid_t start(const ChildCommand& command);  // -1 when the system refuses
int wait_for(pid_t child);                 // exit status as waitpid gives it

}  // namespace postgres
