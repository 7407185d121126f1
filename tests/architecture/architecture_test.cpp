#include <gtest/gtest.h>

#include "rules.hpp"

namespace {

const Tree& repository() {
    static const Tree tree = read_tree(ZHIHENG_SOURCE_DIR);
    return tree;
}

std::string listed(const Faults& faults) {
    std::string text;
    for (const Fault& fault : faults) text += "\n" + fault.place + ": " + fault.what;
    return text;
}

SourceFile source(std::string path, std::vector<std::string> lines) {
    return {std::move(path), std::move(lines)};
}

}  // namespace

#define EXPECT_NO_FAULTS(rule)                \
    const Faults faults = rule(repository()); \
    EXPECT_TRUE(faults.empty()) << listed(faults)

TEST(Architecture, CoreIncludesNothingFromTheSystem) {
    EXPECT_NO_FAULTS(foreign_headers_in_core);
}
TEST(Architecture, IncludesFollowDepends) {
    EXPECT_NO_FAULTS(undeclared_includes);
}
TEST(Architecture, ClockAndChanceComeFromOutside) {
    EXPECT_NO_FAULTS(hidden_inputs);
}
TEST(Architecture, SqlIsNotWrittenInCode) {
    EXPECT_NO_FAULTS(sql_in_code);
}
TEST(Architecture, NoFigureOfAPersonIsMadeOfCasesAndFines) {
    EXPECT_NO_FAULTS(figures_of_persons);
}
TEST(Architecture, FilesStayShort) {
    EXPECT_NO_FAULTS(long_files);
}
TEST(Architecture, WebImportsPointInwards) {
    EXPECT_NO_FAULTS(web_imports);
}
TEST(Architecture, NoFileNamesOneMachine) {
    EXPECT_NO_FAULTS(machine_paths);
}
TEST(Architecture, NoLooseEnds) {
    EXPECT_NO_FAULTS(loose_ends);
}

TEST(Architecture, NoFolderIsEmpty) {
    for (const std::string& folder : repository().empty_folders) ADD_FAILURE() << folder << " holds nothing";
}

// A rule that finds nothing in a tree full of faults would pass for ever.
TEST(Architecture, EachRuleFindsAPlantedFault) {
    struct Row {
        const char* why;
        Faults (*rule)(const Tree&);
        SourceFile fault;
        const char* place;
    };
    const std::string machine_path = std::string("read /wor") + "k/data";
    const Row table[] = {
        {"a file in the core",           foreign_headers_in_core,
         source("src/core/law/a.cpp",                                                                   {"#include <vector>", "#include <fstream>"}),    "src/core/law/a.cpp:2" },
        {"a sibling undeclared",         undeclared_includes,
         source("src/core/law/a.cpp",                                                                   {"#include \"calendar/work_calendar.hpp\""}),    "src/core/law/a.cpp:1" },
        {"the clock",                    hidden_inputs,
         source("src/app/cases/a.cpp",                                                                  {"auto n = std::chrono::system_clock::now();"}),
         "src/app/cases/a.cpp:1"                                                                                                                                                },
        {"SQL",                          sql_in_code,             source("src/adapters/postgres/a.cpp", {"run(\"SELECT no FROM cases\");"}),
         "src/adapters/postgres/a.cpp:1"                                                                                                                                        },
        {"a ranking of officers",        figures_of_persons,
         source("db/queries/cases/a.sql",
         {"SELECT handler, sum(fine) FROM past_decisions", "GROUP BY handler"}),
         "db/queries/cases/a.sql:2"                                                                                                                                             },
        {"length",                       long_files,              source("src/core/law/a.cpp",          std::vector<std::string>(451)),
         "src/core/law/a.cpp:451"                                                                                                                                               },
        {"a feature takes from another", web_imports,
         source("web/src/features/cases/a.ts",                                                          {"import x from '@/features/acts/b'"}),
         "web/src/features/cases/a.ts:1"                                                                                                                                        },
        {"shared takes from a feature",  web_imports,
         source("web/src/shared/a.ts",                                                                  {"import x from '@/features/acts/b'"}),          "web/src/shared/a.ts:1"},
        {"a path",                       machine_paths,           source("docs/a.md",                   {machine_path}),                                 "docs/a.md:1"          },
        {"no guard",                     loose_ends,              source("src/core/law/a.hpp",          {"namespace law {}"}),                           "src/core/law/a.hpp:1" },
    };
    for (const Row& row : table) {
        SCOPED_TRACE(row.why);
        Tree tree;
        tree.files = {
            source("src/core/law/CMakeLists.txt",
                   {"add_ring_library(core_law RING core", "    SOURCES a.cpp)"}),
            source("src/core/calendar/CMakeLists.txt", {"add_ring_library(core_calendar RING core)"}),
            source("src/core/calendar/work_calendar.hpp", {"#pragma once"}), row.fault};
        const Faults faults = row.rule(tree);
        ASSERT_EQ(faults.size(), 1u) << listed(faults);
        EXPECT_EQ(faults.front().place, row.place);
    }
}
