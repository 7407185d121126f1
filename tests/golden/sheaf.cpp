#include "sheaf.hpp"

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <stdexcept>

namespace golden {

namespace fs = std::filesystem;

namespace {

struct Held {
    Sheaf sheaf;
    Held() {
        std::string path = (fs::temp_directory_path() / "zhiheng-sheaf-XXXXXX").string();
        if (::mkdtemp(path.data()) == nullptr) throw std::runtime_error("no temporary folder");
        sheaf.folder = path;
        sheaf.file = path + "/all.pdf";
        for (const Paper& paper : papers()) {
            sheaf.names.push_back(paper.name);
            sheaf.papers.push_back(must(filled(paper)));
        }
        const pdf::Renderer renderer(fonts);
        sheaf.printed = must(renderer.print(sheaf.papers));
        for (const document::Document& paper : sheaf.papers)
            sheaf.pages.push_back(must(renderer.print(paper)).pages);
        std::ofstream(sheaf.file, std::ios::binary) << sheaf.printed.bytes;
    }
    ~Held() {
        std::error_code ignored;
        if (!std::getenv("KEEP_PAGES")) fs::remove_all(sheaf.folder, ignored);
    }
};

}  // namespace

const Sheaf& sheaf() {
    static const Held held;
    return held.sheaf;
}

std::string said(const std::string& command) {
    std::string words;
    std::FILE* const pipe = ::popen((command + " 2>&1").c_str(), "r");
    char part[65536];
    for (std::size_t n = 0; (n = std::fread(part, 1, sizeof part, pipe)) > 0;) words.append(part, n);
    ::pclose(pipe);
    return words;
}

}  // namespace golden
