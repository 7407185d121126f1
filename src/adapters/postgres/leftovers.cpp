#include "postgres/leftovers.hpp"

#include <fmt/format.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/types.h>

#include <chrono>
#include <fstream>
#include <thread>

namespace postgres {
namespace {

using namespace std::chrono_literals;

bool same_folder(const std::string& a, const std::filesystem::path& b) {
    struct stat first{}, second{};
    return stat(a.c_str(), &first) == 0 && stat(b.c_str(), &second) == 0 && first.st_dev == second.st_dev &&
           first.st_ino == second.st_ino;
}

// A database server works inside its data folder; any other process with that number is a stranger.
bool runs_here(pid_t process, const std::filesystem::path& folder) {
    return process > 1 && kill(process, 0) == 0 && same_folder(fmt::format("/proc/{}/cwd", process), folder);
}

pid_t recorded_process(const std::filesystem::path& folder) {
    long number = 0;
    std::ifstream(folder / "postmaster.pid") >> number;
    return static_cast<pid_t>(number);
}

bool ends_within(pid_t process, const std::filesystem::path& folder, std::chrono::milliseconds patience) {
    const auto until = std::chrono::steady_clock::now() + patience;
    while (std::chrono::steady_clock::now() < until) {
        if (!runs_here(process, folder)) return true;
        std::this_thread::sleep_for(20ms);
    }
    return false;
}

}  // namespace

void clear_leftovers(const std::filesystem::path& folder) {
    const pid_t process = recorded_process(folder);
    if (process == 0) return;
    if (runs_here(process, folder)) {
        kill(process, SIGINT);
        if (!ends_within(process, folder, 20s)) {
            kill(process, SIGQUIT);
            ends_within(process, folder, 10s);
        }
    }
    if (runs_here(process, folder)) return;
    std::error_code ignored;
    std::filesystem::remove(folder / "postmaster.pid", ignored);
    std::filesystem::remove(folder / ".s.PGSQL.5432.lock", ignored);
    std::filesystem::remove(folder / ".s.PGSQL.5432", ignored);
}

}  // namespace postgres
