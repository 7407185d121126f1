#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "document/layout.hpp"
#include "golden_papers.hpp"
#include "pdf/renderer.hpp"

namespace golden {

inline const std::filesystem::path fonts = std::filesystem::path(ZHIHENG_BINARY_DIR) / "../fonts";

// Every golden paper, one behind the other in one file; printed once for all tests of a program.
struct Sheaf {
    std::vector<std::string> names;
    std::vector<document::Document> papers;
    std::vector<int> pages;  // of each paper
    document::Printed printed;
    std::filesystem::path folder;  // of this run, taken away at its end
    std::string file;
};

const Sheaf& sheaf();

// What a command says; standard error too.
std::string said(const std::string& command);

}  // namespace golden
