#include <fmt/format.h>

#include <filesystem>
#include <map>
#include <regex>
#include <set>

#include "rules.hpp"

namespace {

struct Library {
    std::set<std::string> folders;  // "src/core/law"
    std::set<std::string> depends;
};

std::string folder_of(const std::string& path) {
    return path.substr(0, path.rfind('/'));
}

std::string text_of(const SourceFile& file) {
    std::string text;
    for (const std::string& line : file.lines) text += line.substr(0, line.find('#')) + "\n";
    return text;
}

// The words behind a keyword of add_ring_library, up to the next one.
std::set<std::string> words_behind(const std::string& keyword, const std::string& call) {
    static const std::set<std::string> keywords = {"SOURCES", "DEPENDS",      "SYSTEM",
                                                   "TESTS",   "TEST_DEPENDS", "RING"};
    static const std::regex word(R"([A-Za-z0-9_./:-]+)");
    std::set<std::string> words;
    bool inside = false;
    for (std::sregex_iterator it(call.begin(), call.end(), word), end; it != end; ++it) {
        const std::string text = it->str();
        if (keywords.contains(text)) {
            inside = text == keyword;
        } else if (inside) {
            words.insert(text);
        }
    }
    return words;
}

// A library owns the folders of its sources; one without any (headers only: app_ports), declared in the
// folder of its ring, the subfolder of its own name.
std::set<std::string> folders_of(const std::string& declared_in, const std::string& name,
                                 const std::string& ring, const std::string& call) {
    std::set<std::string> folders;
    for (const std::string& source : words_behind("SOURCES", call))
        folders.insert(std::filesystem::path(declared_in + "/" + source)
                           .lexically_normal()
                           .parent_path()
                           .generic_string());
    if (!folders.empty()) return folders;
    if (declared_in != "src/" + ring) return {declared_in};
    return {declared_in + "/" + name.substr(name.find('_') + 1)};
}

std::map<std::string, Library> libraries(const Tree& tree) {
    static const std::regex call(R"(add_ring_library\(\s*(\w+)\s+RING\s+(\w+)([^)]*)\))");
    std::map<std::string, Library> found;
    for (const SourceFile& file : tree.files) {
        if (!file.is("/CMakeLists.txt") || !file.in("src/")) continue;
        const std::string text = text_of(file);
        for (std::sregex_iterator it(text.begin(), text.end(), call), end; it != end; ++it)
            found[(*it)[1]] = {folders_of(folder_of(file.path), (*it)[1], (*it)[2], (*it)[3]),
                               words_behind("DEPENDS", (*it)[3])};
    }
    return found;
}

void collect(const std::map<std::string, Library>& all, const std::string& name,
             std::set<std::string>& into) {
    const auto library = all.find(name);
    if (library == all.end() || !into.insert(name).second) return;
    for (const std::string& depend : library->second.depends) collect(all, depend, into);
}

// The libraries whose folder lies closest above a path: several may share one.
std::set<std::string> owners(const std::map<std::string, Library>& all, const std::string& path) {
    std::set<std::string> best;
    std::size_t depth = 0;
    for (const auto& [name, library] : all)
        for (const std::string& folder : library.folders) {
            if (!path.starts_with(folder + "/") || folder.size() < depth) continue;
            if (folder.size() > depth) best.clear();
            depth = folder.size();
            best.insert(name);
        }
    return best;
}

std::string resolve(const Tree& tree, const std::string& include) {
    for (const char* ring : {"src/core/", "src/app/", "src/adapters/", "src/testing/", "src/server/"})
        if (tree.find(ring + include)) return ring + include;
    return {};
}

}  // namespace

Faults undeclared_includes(const Tree& tree) {
    static const std::regex pattern(R"re(^\s*#include "([^"]+)")re");
    const auto all = libraries(tree);
    Faults faults;
    for (const SourceFile& file : tree.files) {
        const bool library_source = file.in("src/core/") || file.in("src/app/") || file.in("src/adapters/");
        if (!library_source || !(file.is(".hpp") || file.is(".cpp")) || file.is("test.cpp")) continue;
        std::set<std::string> seen;
        for (const std::string& owner : owners(all, file.path)) collect(all, owner, seen);
        if (seen.empty()) continue;  // no library builds it
        for (std::size_t i = 0; i < file.lines.size(); ++i) {
            std::smatch found;
            if (!std::regex_search(file.lines[i], found, pattern)) continue;
            const std::string target = resolve(tree, found[1]);
            bool declared = target.empty();  // generated headers are libraries of their own
            for (const std::string& owner : owners(all, target)) declared |= seen.contains(owner);
            if (!declared)
                faults.push_back({fmt::format("{}:{}", file.path, i + 1),
                                  fmt::format("\"{}\" is of a library not in DEPENDS", found[1].str())});
        }
    }
    return faults;
}
