#pragma once
#include <cstddef>
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

}  // namespace text_files
