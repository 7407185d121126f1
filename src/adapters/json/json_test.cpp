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

TEST(Json, RefusesInPlainTextWhatNobodySees) {
    struct Row { const char* why; const char* text; const char* said; };
    const Row table[] = {
        {"a bell", R"({"party":{"name":"甲\u0007乙"}})", "U+0007"},
        {"a delete", R"({"party":{"name":"甲\u007f乙"}})", "U+007F"},
        {"a control of Latin 1", R"({"party":{"name":"甲\u0090乙"}})", "U+0090"},
        {"text turned round", R"({"party":{"name":"某某\u202e公司"}})", "U+202E"},
        {"text set apart", R"({"party":{"name":"\u2066某某"}})", "U+2066"},
    };
    for (const Row& row : table) {
        SCOPED_TRACE(row.why);
        const auto value = parse(row.text, {.plain_text = true});
        ASSERT_FALSE(value.has_value());
        EXPECT_EQ(value.error().code, "control_character");
        EXPECT_EQ(value.error().field, "party.name");
        EXPECT_NE(value.error().message.find(row.said), std::string::npos) << value.error().message;
        EXPECT_TRUE(parse(row.text)) << "what was kept before is still read";
    }
    EXPECT_TRUE(parse(R"("甲\t乙\n丙\r\n\u0085\u2028\u200b丁𠮷é")", {.plain_text = true}));
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
