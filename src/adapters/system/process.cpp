#include "system/process.hpp"

#include <sched.h>
#include <sys/resource.h>

namespace systems {

void raise_descriptor_limit() {
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
}

void give_way() {
    const sched_param none{};
    ::sched_setscheduler(0, SCHED_IDLE, &none);  // 0: this thread alone
}

std::uint64_t peak_memory_kib() {
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return static_cast<std::uint64_t>(usage.ru_maxrss);
}

std::filesystem::path own_executable() {
    std::error_code error;
    return std::filesystem::read_symlink("/proc/self/exe", error);
}

}  // namespace systems
