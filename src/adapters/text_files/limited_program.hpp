#pragma once
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace text_files {

struct ProgramResult {
    bool started = false;
    bool too_much = false;  // more output than allowed
    bool too_long = false;  // took longer than allowed
    int status = -1;        // exit status, 128 and more for a signal
    std::string output, complaint;
};

struct ProgramLimits {
    std::size_t memory = 1U << 30U;
    unsigned cpu_seconds = 15;
    std::uint64_t file_bytes = 1U << 20U;  // of a file it writes
    std::chrono::seconds wall{30};
    bool gives_way = false;                      // runs when nobody else wants the processor
    const std::atomic<bool>* stopped = nullptr;  // ends the program early
};

// Runs a program on bytes of a stranger: in a process of its own, without network where the system allows it,
// without the environment, with little memory, little time and no right to write files.
ProgramResult run_limited(const std::vector<std::string>& arguments, std::string_view input,
                          std::size_t output_max, const ProgramLimits& limits = {});

// The same, but what it writes goes into a new file of at most `bytes_max`; `output` stays empty. The file is
// there even when the program failed.
ProgramResult run_limited_to(const std::vector<std::string>& arguments, const std::filesystem::path& file,
                             std::uint64_t bytes_max);

}  // namespace text_files
