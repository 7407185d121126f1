#pragma once
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

// The sources as the rules read them.
struct SourceFile {
    std::string path;  // from the root of the repository, with slashes
    std::vector<std::string> lines;
    bool is(std::string_view suffix) const { return path.ends_with(suffix); }
    bool in(std::string_view folder) const { return path.starts_with(folder); }
};

struct Tree {
    std::vector<SourceFile> files;
    std::vector<std::string> empty_folders;
    const SourceFile* find(std::string_view path) const;
};

// Everything under the root but what is built, installed or measured there.
Tree read_tree(const std::filesystem::path& root);

struct Fault {
    std::string place;  // "src/core/law/article.hpp:12"
    std::string what;
};
