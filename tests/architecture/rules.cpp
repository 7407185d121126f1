#include "rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <regex>
#include <set>

namespace {

bool is_cpp(const SourceFile& file) {
    return file.is(".cpp") || file.is(".hpp");
}
bool is_test(const SourceFile& file) {
    return file.is("test.cpp");
}

// One fault for every line of the chosen files that matches.
Faults matches(const Tree& tree, const std::function<bool(const SourceFile&)>& chosen,
               const std::regex& pattern, std::string_view what) {
    Faults faults;
    for (const SourceFile& file : tree.files) {
        if (!chosen(file)) continue;
        for (std::size_t i = 0; i < file.lines.size(); ++i)
            if (std::regex_search(file.lines[i], pattern))
                faults.push_back({fmt::format("{}:{}", file.path, i + 1), std::string(what)});
    }
    return faults;
}

}  // namespace

Faults foreign_headers_in_core(const Tree& tree) {
    static const std::set<std::string> pure = {
        "algorithm",   "array",         "bit",           "bitset",     "cassert",
        "charconv",    "chrono",        "cmath",         "compare",    "concepts",
        "cstddef",     "cstdint",       "expected",      "functional", "initializer_list",
        "iterator",    "limits",        "map",           "memory",     "numbers",
        "numeric",     "optional",      "ranges",        "set",        "span",
        "string",      "deque",         "tuple",         "utility",    "variant",
        "string_view", "unordered_map", "unordered_set", "vector",     "type_traits"};
    static const std::regex include(R"(^\s*#include <([^>]+)>)");
    Faults faults;
    for (const SourceFile& file : tree.files) {
        if (!file.in("src/core/") || !is_cpp(file) || is_test(file)) continue;
        for (std::size_t i = 0; i < file.lines.size(); ++i) {
            std::smatch found;
            if (!std::regex_search(file.lines[i], found, include)) continue;
            if (!pure.contains(found[1]) && !found[1].str().starts_with("fmt/"))
                faults.push_back({fmt::format("{}:{}", file.path, i + 1),
                                  fmt::format("<{}> in the core", found[1].str())});
        }
    }
    return faults;
}

Faults hidden_inputs(const Tree& tree) {
    const auto outside = [](const SourceFile& file) {
        return is_cpp(file) && file.in("src/") && !is_test(file) && !file.in("src/adapters/system/") &&
               !file.in("src/adapters/crypto/");
    };
    Faults faults =
        matches(tree, outside,
                std::regex(R"(system_clock::now|random_device|\bgetrandom\(|\brand\(|\btime\((nullptr|0)\))"),
                "the clock or chance outside adapters/system");
    const auto pure = [](const SourceFile& file) {
        return is_cpp(file) && !is_test(file) && (file.in("src/core/") || file.in("src/app/"));
    };
    for (Fault& fault : matches(tree, pure, std::regex(R"(steady_clock::now)"), "a clock in core or app"))
        faults.push_back(std::move(fault));
    return faults;
}

Faults sql_in_code(const Tree& tree) {
    const auto code = [](const SourceFile& file) {
        return is_cpp(file) && file.in("src/") && !is_test(file);
    };
    return matches(
        tree, code,
        std::regex(
            R"re("\s*(select .* from |insert into |update \w+ set |delete from |create (table|view|role) ))re",
            std::regex::icase),
        "SQL in C++");
}

// 行政处罚法 第七十四条; procedure.md §22 no. 28: no figure of a person is made of cases and fines, so none
// is asked of the database.
Faults figures_of_persons(const Tree& tree) {
    static const std::regex by_person(R"(group by.*\b(person|handlers?|handler_names|author|signed_by)\b)",
                                      std::regex::icase);
    static const std::regex of_cases(R"(\b(fine|gains|past_decisions|cases)\b)", std::regex::icase);
    Faults faults;
    for (const SourceFile& file : tree.files) {
        if (!file.is(".sql")) continue;
        const auto has = [&](const std::regex& words) {
            return std::ranges::find_if(
                file.lines, [&](const std::string& line) { return std::regex_search(line, words); });
        };
        const auto line = has(by_person);
        if (line != file.lines.end() && has(of_cases) != file.lines.end())
            faults.push_back({fmt::format("{}:{}", file.path, line - file.lines.begin() + 1),
                              "indicator_forbidden: cases or fines counted by person (行政处罚法 第七十四条, "
                              "优化营商环境条例 第五十九条)"});
    }
    return faults;
}

Faults long_files(const Tree& tree) {
    static constexpr std::size_t lines_max = 450;
    Faults faults;
    for (const SourceFile& file : tree.files) {
        const bool is_code =
            is_cpp(file) || file.is(".vue") || file.is(".ts") || file.is(".mjs") || file.is(".sql");
        const bool generated = file.path == "web/src/api/schema.ts";
        if (is_code && !generated && file.lines.size() > lines_max)
            faults.push_back(
                {fmt::format("{}:{}", file.path, lines_max + 1), fmt::format("{} lines", file.lines.size())});
    }
    return faults;
}

Faults web_imports(const Tree& tree) {
    static const std::regex own(R"(^web/src/(app|features/([^/]+)|shared|api)/)");
    static const std::regex import(R"(from '@/(app|features/([^/']+)|shared|api)\b)");
    static const auto depth = [](const std::string& layer) {
        return layer.starts_with("app") ? 3 : layer.starts_with("features") ? 2 : layer == "shared" ? 1 : 0;
    };
    Faults faults;
    for (const SourceFile& file : tree.files) {
        std::smatch self;
        if (!std::regex_search(file.path, self, own)) continue;
        for (std::size_t i = 0; i < file.lines.size(); ++i) {
            std::smatch other;
            if (!std::regex_search(file.lines[i], other, import)) continue;
            const bool outwards = depth(other[1]) > depth(self[1]);
            const bool sideways = depth(other[1]) == 2 && depth(self[1]) == 2 && other[2] != self[2];
            if (outwards || sideways)
                faults.push_back({fmt::format("{}:{}", file.path, i + 1),
                                  fmt::format("{} may not import {}", self[1].str(), other[1].str())});
        }
    }
    return faults;
}

Faults machine_paths(const Tree& tree) {
    // Written in parts, so that this file does not find itself. Found without a pattern: every file is read.
    const std::string paths[] = {std::string("/wor") + "k/", std::string("../shar") + "ed/",
                                 std::string("/hom") + "e/"};
    Faults faults;
    for (const SourceFile& file : tree.files) {
        if (file.is("package-lock.json")) continue;
        for (std::size_t i = 0; i < file.lines.size(); ++i)
            for (const std::string& path : paths)
                if (file.lines[i].contains(path))
                    faults.push_back({fmt::format("{}:{}", file.path, i + 1), "a path of one machine"});
    }
    return faults;
}

Faults loose_ends(const Tree& tree) {
    const auto code = [](const SourceFile& file) {
        return is_cpp(file) || file.is(".vue") || file.is(".ts") || file.is(".sql") || file.is(".yaml") ||
               file.is(".cmake");
    };
    Faults faults =
        matches(tree, code, std::regex(std::string("\\b(TO") + "DO|FIX" + "ME)\\b"), "a note to oneself");
    for (const SourceFile& file : tree.files)
        if (file.is(".hpp") && (file.lines.empty() || file.lines.front() != "#pragma once"))
            faults.push_back({file.path + ":1", "a header starts with #pragma once"});
    return faults;
}
