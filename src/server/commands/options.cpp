#include "commands/options.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

namespace commands {

base::Result<Options> Options::read(std::span<const std::string> arguments,
                                    const std::set<std::string>& with_value,
                                    const std::set<std::string>& switches) {
    Options options;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string& word = arguments[i];
        if (word == "--help" || word == "-h")
            options.switches_.insert("--help");
        else if (switches.contains(word))
            options.switches_.insert(word);
        else if (with_value.contains(word)) {
            if (i + 1 == arguments.size())
                return base::fail("bad_option", fmt::format("选项 {} 后面缺少内容", word));
            options.values_.emplace_back(word, arguments[++i]);
        } else if (word.starts_with("-") && word != "-") {
            return base::fail("bad_option", fmt::format("没有 {} 这个选项；--help 显示用法", word));
        } else {
            options.words_.push_back(word);
        }
    }
    return options;
}

std::optional<std::string> Options::value(std::string_view name) const {
    for (const auto& [option, value] : values_)
        if (option == name) return value;
    return std::nullopt;
}

int say(std::string_view help) {
    std::cout << help;
    return done;
}

int complain(const base::Error& error, int status) {
    std::cerr << "zhiheng：" << error.message;
    if (!error.field.empty()) std::cerr << "（" << error.field << "）";
    if (!error.basis.empty()) std::cerr << "，依据：" << error.basis;
    std::cerr << "\n";
    return status;
}

base::Result<std::string> read_input(const std::string& path) {
    if (path == "-") return std::string(std::istreambuf_iterator<char>(std::cin), {});
    std::error_code unknown;
    if (std::filesystem::is_directory(path, unknown))
        return base::fail("no_file", fmt::format("{} 是目录，不是文件", path));
    std::ifstream file(path, std::ios::binary);
    if (!file) return base::fail("no_file", fmt::format("打不开文件 {}", path));
    return std::string(std::istreambuf_iterator<char>(file), {});
}

installation::Place place_of(const Options& options) {
    installation::Place place;
    if (const auto data = options.value("--data")) place.data = *data;
    place.database_url = options.value("--database");
    if (const auto mail = options.value("--mail")) place.mail = *mail;
    if (const auto fonts = options.value("--fonts")) place.fonts = *fonts;
    if (const auto address = options.value("--address")) place.address = *address;
    while (place.address.ends_with('/')) place.address.pop_back();
    return place;
}

}  // namespace commands
