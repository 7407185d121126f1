#include "json/json.hpp"

#include <gtest/gtest.h>

namespace json {

TEST(Json, KeepsNumbersAsWritten) {
    const auto value = parse(R"({"a":4200.50,"b":7,"c":["x",null,true],"d":{"e":12345678901234567890}})").value();
    EXPECT_EQ(value["a"].as_decimal()->text, "4200.50");
    EXPECT_EQ(*value["b"].as_int(), 7);
    EXPECT_EQ(value.at("d.e").as_decimal()->text, "12345678901234567890");
    EXPECT_EQ(write(value), R"({"a":4200.50,"b":7,"c":["x",null,true],"d":{"e":12345678901234567890}})");
}

TEST(Json, RefusesWhatIsNotJson) {
    const char* const table[] = {"", "{", "{\"a\":1} x", "{\"a\":1,\"a\":2}", "\"\xC0\xAF\"", "[1,]", "nul"};
    for (const char* text : table) {
        SCOPED_TRACE(text);
        const auto value = parse(text);
        ASSERT_FALSE(value.has_value());
        EXPECT_EQ(value.error().code, "bad_json");
    }
}

TEST(Json, RefusesTheCharacterNulAndSaysWhere) {
    struct Row { const char* why; const char* text; const char* field; };
    const Row table[] = {
        {"in a text", R"({"party":{"name":"甲\u0000乙"}})", "party.name"},
        {"in a list", R"({"by":["a","\u0000"]})", "by"},
        {"in a key", R"({"data":{"x\u0000":1}})", "data"},
        {"alone", R"("\u0000")", ""},
    };
    for (const Row& row : table) {
        SCOPED_TRACE(row.why);
        const auto value = parse(row.text);
        ASSERT_FALSE(value.has_value());
        EXPECT_EQ(value.error().code, "bad_json");
        EXPECT_EQ(value.error().field, row.field);
    }
    EXPECT_TRUE(parse(R"("\u0001")"));
}

TEST(Json, RefusesDepthBeyondTheLimit) {
    const std::string deep = std::string(10'000, '[') + std::string(10'000, ']');
    EXPECT_EQ(parse(deep).error().code, "bad_json");
    EXPECT_TRUE(parse("[[[[1]]]]", {.depth_max = 4}));
}

TEST(Json, CanonicalFormIsIndependentOfOrder) {
    EXPECT_EQ(write_canonical(parse(R"({"b":1,"a":{"d":2,"c":"\n"}})").value()), R"({"a":{"c":"\n","d":2},"b":1})");
}

}  // namespace json
