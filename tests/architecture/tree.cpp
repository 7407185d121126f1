#include "tree.hpp"

#include <algorithm>
#include <fstream>
#include <set>

namespace {

namespace fs = std::filesystem;

// .git is a file in a second working tree.
bool is_left_out(const fs::path& folder) {
    static const std::set<std::string> names = {
        ".git", "build", "var", "node_modules", "dist", "test-results", "playwright-report", ".claude"};
    return names.contains(folder.filename().string());
}

bool is_text(const fs::path& file) {
    static const std::set<std::string> binary = {".png",   ".jpg", ".pdf", ".ico",
                                                 ".woff2", ".otf", ".ttf", ".swp"};
    return !binary.contains(file.extension().string());
}

SourceFile read(const fs::path& root, const fs::path& file) {
    SourceFile source{.path = fs::relative(file, root).generic_string(), .lines = {}};
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);) source.lines.push_back(line);
    return source;
}

}  // namespace

const SourceFile* Tree::find(std::string_view path) const {
    const auto found = std::ranges::find(files, path, &SourceFile::path);
    return found == files.end() ? nullptr : &*found;
}

Tree read_tree(const fs::path& root) {
    Tree tree;
    for (auto entry = fs::recursive_directory_iterator(root); entry != fs::recursive_directory_iterator();
         ++entry) {
        if (entry->is_directory()) {
            if (is_left_out(entry->path()))
                entry.disable_recursion_pending();
            else if (fs::is_empty(entry->path()))
                tree.empty_folders.push_back(fs::relative(entry->path(), root).generic_string());
        } else if (entry->is_regular_file() && is_text(entry->path()) && !is_left_out(entry->path())) {
            tree.files.push_back(read(root, entry->path()));
        }
    }
    std::ranges::sort(tree.files, {}, &SourceFile::path);
    return tree;
}
