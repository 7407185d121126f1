#include <algorithm>
#include <filesystem>
#include <set>

#include "broken.hpp"

// What nobody can type at the desk no replay takes either: the same code, the same field.
namespace {

namespace fs = std::filesystem;

const std::set<std::string, std::less<>>& violations() {
    static const auto all = [] {
        std::set<std::string, std::less<>> ids;
        for (const auto& path : catalogue::Files().paths("discretion/violations/")) {
            const auto file = given::catalogue_file(path);
            for (const auto& row : file.items()) ids.emplace(row.text("id"));
        }
        return ids;
    }();
    return all;
}

base::Result<base::Value> typed(const base::Value& scenario) {
    return procedure::replay(scenario, given::rules(),
                             [](std::string_view id) { return violations().contains(id); });
}

std::vector<std::string> every_story() {
    std::vector<std::string> names;
    for (const std::string folder : {"", "accepted/", "refused/"})
        for (const auto& file :
             fs::directory_iterator(fs::path(ZHIHENG_SOURCE_DIR) / "tests/scenario" / folder))
            if (file.path().extension() == ".json") names.push_back(folder + file.path().stem().string());
    std::ranges::sort(names);
    return names;
}

TEST(Typed, OurOwnStoriesCanBeTyped) {
    ASSERT_GT(violations().size(), 200U);
    for (const auto& name : every_story()) {
        SCOPED_TRACE(name);
        const auto scenario = given::scenario(name);
        const auto answer = typed(scenario);
        ASSERT_TRUE(answer) << answer.error().field << ": " << answer.error().message;
        EXPECT_EQ(json::write(*answer), json::write(*given::replay(scenario)));
    }
}

struct Row {
    const char* why;
    const char* row;  // as given::broken() reads it
    const char* code;
    const char* field;
};

TEST(Typed, WhatCannotBeIsTurnedAwayWithCodeAndPlace) {
    constexpr Row rows[] = {
        {"a violation the catalogue does not have",
         R"({"scenario": "milk_2024", "set": {"4.data.violations": ["food.nonsense"]}})",                                          "unknown_violation",
         "acts.3.data.violations.0"                                                                                                                                                       },
        {"the same in a penalty",
         R"({"scenario": "summary_2026", "set": {"3.data.penalty.violations": ["ip.nonsense"]}})",                                 "unknown_violation", "acts.2.data.penalty.violations.0"},
        {"none of a thing",                                R"({"scenario": "milk_2024", "set": {"3.data.items.0.quantity": 0}})",
         "quantity_not_positive",                                                                                                                       "acts.2.data.items.0.quantity"    },
        {"less than none",                                 R"({"scenario": "milk_2024", "set": {"3.data.items.0.quantity": -5}})",
         "quantity_not_positive",                                                                                                                       "acts.2.data.items.0.quantity"    },
        {"a credit code whose last character is another",
         R"({"scenario": "hearing_2026", "party": {"code": "91990101MA9D4Q7X2B"}})",                                               "bad_code",
         "party.code"                                                                                                                                                                     },
        {"an identity number whose last digit is another",
         R"({"scenario": "milk_2024", "party": {"id_no": "990101197903124018"}})",                                                 "bad_code",          "party.id_no"                     },
        {"a passport has no check digit",
         R"({"scenario": "milk_2024", "party": {"id_no": "E12345678", "details": {"certificate_name": "护照"}}})",
         "",                                                                                                                                            ""                                },
    };
    for (const auto& row : rows) {
        SCOPED_TRACE(row.why);
        const auto answer = typed(given::broken(*json::parse(row.row)));
        EXPECT_EQ(answer ? "" : answer.error().code, row.code);
        EXPECT_EQ(answer ? "" : answer.error().field, row.field);
    }
}

// The law answers first, as at the desk: what is refused is not looked at any further.
TEST(Typed, ARefusalComesBeforeTheReading) {
    const auto answer = typed(given::broken(*json::parse(
        R"({"scenario": "milk_2024", "set": {"4.data.violations": ["food.nonsense"]}, "unset": ["4.approved_by"]})")));
    ASSERT_TRUE(answer) << answer.error().field << ": " << answer.error().message;
    EXPECT_EQ(answer->list("acts")[3]["refusal"].text("code"), "approval_missing");
}

}  // namespace
