#include "postgres/programs.hpp"

#include <fmt/format.h>

#include <array>
#include <cstdio>

namespace postgres {
namespace {

// The major version this system is written for and tested with.
constexpr const char* debian_folder = "/usr/lib/postgresql/15/bin";

std::string first_line_of(const std::string& command) {
    std::string line;
    if (FILE* pipe = popen(command.c_str(), "r")) {
        std::array<char, 512> buffer{};
        if (fgets(buffer.data(), buffer.size(), pipe) != nullptr) line = buffer.data();
        pclose(pipe);
    }
    while (line.ends_with('\n')) line.pop_back();
    return line;
}

}  // namespace

base::Result<std::filesystem::path> program_folder() {
    if (std::filesystem::exists(std::filesystem::path(debian_folder) / "initdb")) return debian_folder;
    const std::filesystem::path told = first_line_of("pg_config --bindir 2>/dev/null");
    if (!told.empty() && std::filesystem::exists(told / "initdb")) return told;
    return base::fail("database_missing", "没有找到 PostgreSQL 服务程序，请安装 postgresql-15");
}

base::Result<std::string> major_version(const std::filesystem::path& programs) {
    // "postgres (PostgreSQL) 15.20 (Debian …)"
    const std::string line =
        first_line_of(fmt::format("'{}' --version 2>/dev/null", (programs / "postgres").string()));
    const auto digits = line.find_first_of("0123456789");
    if (digits == std::string::npos) return base::fail("database_missing", "PostgreSQL 服务程序不能运行");
    return line.substr(digits, line.find_first_not_of("0123456789", digits) - digits);
}

}  // namespace postgres
