#include "profiles.hpp"

#include <gtest/gtest.h>

#include <map>

#include "json/json.hpp"
#include "loaded.hpp"

namespace discretion {

namespace {

using base::Value;

std::string words(const Value& list) {
    std::string text;
    for (const Value& item : list.items()) text += (text.empty() ? "" : " ") + *item.as_string();
    return text;
}

// "[50000.00, 60000.00]" with round brackets for an end that is left out.
std::string band_words(const Value& band) {
    if (band.is_null()) return "none";
    return std::string(band.truth("min_incl") ? "[" : "(") + std::string(band.text("min")) + ", " +
           std::string(band.text("max")) + (band.truth("max_incl") ? "]" : ")");
}

std::string held_lists(const Value& answer) {
    std::string text;
    for (const Value& row : answer.list("lists"))
        if (row.truth("holds")) text += (text.empty() ? "" : " ") + std::string(row.text("list"));
    return text;
}

void expect_row(const Value& answer, const Value& expect) {
    for (const auto& [key, wanted] : expect.object()) {
        if (key == "band")
            EXPECT_EQ(Value(band_words(answer["band"])), wanted);
        else if (key == "allowed")
            EXPECT_EQ(Value(words(answer["allowed_tiers"])), wanted);
        else if (key == "tier")
            EXPECT_EQ(answer["recommended_tier"], wanted);
        else if (key == "lists")
            EXPECT_EQ(Value(held_lists(answer)), wanted);
        else if (key == "flag")
            EXPECT_NE((" " + words(answer["flags"]) + " ").find(" " + *wanted.as_string() + " "),
                      std::string::npos)
                << words(answer["flags"]);
        else if (key == "no_flag")
            EXPECT_EQ((" " + words(answer["flags"]) + " ").find(" " + *wanted.as_string() + " "),
                      std::string::npos);
        else if (key == "says")
            EXPECT_NE(answer.text("reasoning_text").find(*wanted.as_string()), std::string_view::npos)
                << answer.text("reasoning_text");
        else
            EXPECT_EQ(json::write(answer.at(key)), json::write(wanted)) << key;
    }
}

}  // namespace

TEST(Profiles, DecideAsTheirRowsSay) {
    const Value rows = rows_of_file("profiles.yaml");
    std::map<std::string, int> count;
    for (const Value& row : rows.items()) {
        SCOPED_TRACE(std::string(row.text("place")) + ": " + std::string(row.text("why")));
        ASSERT_FALSE(row.text("why").empty());
        const Value answer = decide_all(profile_request(row), loaded());
        ++count[std::string(row.text("place"))];
        ASSERT_FALSE(answer.has("error")) << json::write(answer["error"]);
        expect_row(answer, row["expect"]);
        const bool is_example = row.text("place").starts_with("XX-") && !row.truth("national");
        EXPECT_EQ(words(answer["flags"]).find("example_values") != std::string::npos, is_example);
    }
    for (const Jurisdiction& place : loaded().jurisdictions())
        if (place.id.starts_with("XX-") && place.id != "XX-floor-0.1" && place.id != "XX-intent-date") {
            EXPECT_GE(count[place.id], 10) << place.id;
        }
}

// A real region never meets an example: 辽宁, 黑龙江, 山西, 四川 and 重庆 are decided by the national rows.
TEST(Profiles, NeverSpeakForARealRegion) {
    for (const char* code : {"210000", "210100", "220000", "230000", "140000", "510000", "500000"}) {
        const Chain chain = loaded().chain(code).value();
        EXPECT_FALSE(chain.is_example()) << code;
        EXPECT_EQ(chain.places().size(), 1u) << code;
    }
}

}  // namespace discretion
