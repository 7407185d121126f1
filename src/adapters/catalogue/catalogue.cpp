#include "catalogue/catalogue.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "catalogue/yaml.hpp"
#include "catalogue_files_embedded.hpp"

namespace catalogue {

namespace fs = std::filesystem;

base::Result<base::Value> Files::load(std::string_view path) const {
    if (!folder_) {
        const std::string_view text = catalogue_files::embedded(path);
        if (text.empty()) return base::fail("not_found", fmt::format("目录中没有 {}", path));
        return read_yaml(text, path);
    }
    std::ifstream file(*folder_ / path, std::ios::binary);
    if (!file) return base::fail("not_found", fmt::format("读不到 {}", (*folder_ / path).string()));
    const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    return read_yaml(text, path);
}

std::vector<std::string> Files::paths(std::string_view prefix) const {
    std::vector<std::string> found;
    if (!folder_) {
        for (const auto path : catalogue_files::embedded_paths())
            if (path.starts_with(prefix)) found.emplace_back(path);
    } else if (fs::exists(*folder_ / prefix)) {
        for (const auto& entry : fs::recursive_directory_iterator(*folder_ / prefix))
            if (entry.is_regular_file() && entry.path().extension() == ".yaml")
                found.push_back(fs::relative(entry.path(), *folder_).string());
    }
    std::ranges::sort(found);
    return found;
}

}  // namespace catalogue
