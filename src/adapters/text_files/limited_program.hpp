#pragma once
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

// Runs a program on bytes of a stranger: in a process of its own, without network where the system allows it,
// without the environment, with little memory, little time and no right to write files.
ProgramResult run_limited(const std::vector<std::string>& arguments, std::string_view input,
                          std::size_t output_max);

// The same, but what it writes goes into a new file of at most `bytes_max`; `output` stays empty. The file is
// there even when the program failed.
ProgramResult run_limited_to(const std::vector<std::string>& arguments, const std::filesystem::path& file,
                             std::uint64_t bytes_max);

}  // namespace text_files
