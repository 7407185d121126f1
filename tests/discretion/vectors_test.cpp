#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "catalogue/yaml.hpp"
#include "json/json.hpp"
#include "loaded.hpp"

namespace discretion {

namespace {

using base::List;
using base::Value;

Value vectors() {
    std::ifstream file(ZHIHENG_SOURCE_DIR "/tests/discretion/vectors.yaml");
    std::ostringstream text;
    text << file.rdbuf();
    return catalogue::read_yaml(text.str(), "vectors.yaml").value();
}

bool has_row(const List& rows, const Value& wanted) {
    return std::ranges::any_of(rows, [&](const Value& row) {
        return std::ranges::all_of(wanted.object(),
                                   [&](const auto& member) { return row[member.first] == member.second; });
    });
}

bool same_set(const List& a, const List& b) {
    const auto within = [](const List& some, const List& all) {
        return std::ranges::all_of(
            some, [&](const Value& one) { return std::ranges::find(all, one) != all.end(); });
    };
    return within(a, b) && within(b, a);
}

void expect_members(const Value& answer, const Value& wanted, const std::string& name) {
    for (const auto& [key, value] : wanted.object()) EXPECT_EQ(answer[key], value) << name << "." << key;
}

// discretion-api.md §7: equal, equal as sets, or contained; `hearing` must be absent when it is not listed.
void expect_agrees(const Value& answer, const Value& expect) {
    for (const auto& [key, value] : expect.object()) {
        if (key == "law_version" || key == "statutory" || key == "band") {
            expect_members(answer[key], value, key);
        } else if (key == "allowed_tiers" || key == "allowed_with_approval") {
            EXPECT_TRUE(same_set(answer.list(key), value.items())) << key;
        } else if (key == "companions") {
            for (const Value& row : value.items())
                EXPECT_TRUE(has_row(answer.list(key), row)) << json::write(row);
        } else if (key == "flags") {
            const List& flags = answer.list(key);
            for (const Value& flag : value.items())
                EXPECT_NE(std::ranges::find(flags, flag), flags.end()) << json::write(flag);
            const bool expects_hearing =
                std::ranges::find(value.items(), Value("hearing")) != value.items().end();
            EXPECT_EQ(std::ranges::find(flags, Value("hearing")) != flags.end(), expects_hearing)
                << "hearing";
        } else {
            EXPECT_EQ(answer[key], value) << key;
        }
    }
}

}  // namespace

TEST(Vectors, AgreeWithTheEngine) {
    const Value rows = vectors();
    EXPECT_EQ(rows.items().size(), 45u);
    for (const Value& row : rows.items()) {
        SCOPED_TRACE(std::string(row["request"].text("id")) + " " + std::string(row.text("why")));
        const Value answer = decide_all(row["request"], loaded());
        EXPECT_FALSE(answer.has("error")) << json::write(answer["error"]);
        expect_agrees(answer, row["expect"]);
        if (testing::Test::HasFailure()) {
            ADD_FAILURE() << json::write(answer);
            return;
        }
    }
}

TEST(Vectors, GiveTheirReasons) {
    const Value rows = vectors();
    for (const Value& row : rows.items()) {
        const Value answer = decide_all(row["request"], loaded());
        EXPECT_FALSE(answer.text("reasoning_text").empty()) << row["request"].text("id");
        EXPECT_FALSE(answer.list("trace").empty()) << row["request"].text("id");
    }
}

}  // namespace discretion
