#include <gtest/gtest.h>

#include <tuple>

#include "base/date.hpp"
#include "base/instant.hpp"
#include "base/money.hpp"
#include "base/numerals.hpp"
#include "base/text.hpp"
#include "base/value.hpp"

namespace base {

using namespace std::chrono_literals;

TEST(Money, ReadsDecimalYuanAndNothingElse) {
    struct Row { const char* why; const char* text; std::int64_t fen; };
    const Row table[] = {
        {"whole yuan", "86000", 8600000}, {"two places", "3333.33", 333333}, {"one place", "0.5", 50},
        {"thousands comma", "1,16.7", -1}, {"negative", "-3", -1},           {"three places", "1.234", -1},
        {"empty", "", -1},                 {"point without digits", "1.", -1}, {"full width", "１２", -1},
        {"plus sign", "+3", -1},           {"beyond a trillion", "1000000000000", -1}, {"exponent", "1e3", -1},
    };
    for (const auto& row : table) {
        SCOPED_TRACE(row.why);
        const auto money = Money::parse(row.text);
        if (row.fen < 0) EXPECT_FALSE(money.has_value());
        else EXPECT_EQ(money.value().in_fen(), row.fen);
    }
    EXPECT_EQ(Money::fen(333333).str(), "3333.33");
}

TEST(Date, RefusesDaysThatDoNotExist) {
    EXPECT_FALSE(Date::parse("2026-02-30"));
    EXPECT_FALSE(Date::parse("2026-2-3"));
    EXPECT_FALSE(Date::parse("2026-13-01"));
    EXPECT_EQ(Date::parse("2024-02-29").value().chinese(), "2024年2月29日");
}

TEST(Date, RefusesYearsNobodyMeans) {
    struct Row { const char* why; const char* text; bool read; };
    const Row table[] = {
        {"the last year", "2199-12-31", true},  {"the year after", "2200-01-01", false},
        {"the last of four digits", "9999-12-31", false}, {"the first year", "1900-01-01", true},
        {"the year before", "1899-12-31", false},
    };
    for (const auto& row : table) {
        SCOPED_TRACE(row.why);
        const auto day = Date::parse(row.text);
        EXPECT_EQ(day.has_value(), row.read);
        EXPECT_EQ(Instant::parse(std::string(row.text) + "T08:00:00+08:00").has_value(), row.read);
        if (!day) {
            EXPECT_EQ(day.error().code, "bad_date");
        }
    }
}

TEST(Date, MonthsEndOnTheLastDayWhenTheDayIsMissing) {  // T-10
    EXPECT_EQ(Date(2026y / 8 / 31).plus_months(6), Date(2027y / 2 / 28));
    EXPECT_EQ(Date(2026y / 4 / 3).plus_months(6), Date(2026y / 10 / 3));
}

// 程序规定 第八十条: a day is a day in China, whatever clock the sender reads it from.
TEST(Instant, IsCivilTimeOfChinaFromEveryOffset) {
    EXPECT_EQ(Instant::parse("2026-03-25T00:30:00+14:00").value().date(), Date(2026y / 3 / 24));
    EXPECT_EQ(Instant::parse("2026-03-17T16:30:00Z").value().date(), Date(2026y / 3 / 18));
    EXPECT_EQ(Instant::parse("2026-03-17T10:30:00-06:00").value().date(), Date(2026y / 3 / 18));
    EXPECT_EQ(Instant::parse("2026-03-24T18:30:00Z").value().chinese(), "2026年3月25日2时30分");
}

// The chain of a case hashes the text of an instant: read and written again, it must be the same text.
TEST(Instant, IsWrittenAgainWithTheOffsetItWasReadWith) {
    for (const char* text : {"2026-03-25T00:30:00+14:00", "2026-03-17T16:30:00+00:00", "2026-03-17T22:30:00.250-06:00",
                             "2026-03-02T07:30:00+08:00", "2026-03-02T00:15:00+05:45", "2026-03-02T23:15:00-00:30"}) {
        SCOPED_TRACE(text);
        EXPECT_EQ(Instant::parse(text).value().str(), text);
    }
}

TEST(Instant, ComparesByPoint) {
    const auto china = Instant::parse("2026-03-02T07:30:00+08:00").value();
    const auto utc = Instant::parse("2026-03-01T23:30:00Z").value();
    EXPECT_EQ(china, utc);
    EXPECT_EQ(china.date(), Date(2026y / 3 / 2));
    EXPECT_EQ(china.str(), "2026-03-02T07:30:00+08:00");
    EXPECT_FALSE(Instant::parse("2026-03-02T07:30:00"));
    EXPECT_FALSE(Instant::parse("2026-02-30T07:30:00+08:00"));
    EXPECT_EQ(Instant::parse("2026-03-02T07:30:00.250+08:00").value().str(), "2026-03-02T07:30:00.250+08:00");
}

TEST(Numerals, WriteCapitalSums) {
    const std::tuple<std::int64_t, const char*> table[] = {
        {8600000, "捌万陆仟元整"}, {4900800, "肆万玖仟零捌元整"}, {10005, "壹佰元零伍分"}, {67000, "陆佰柒拾元整"},
        {0, "零元整"},             {1000000000, "壹仟万元整"},      {50, "伍角整"},            {10000001000, "壹亿零壹拾元整"},
    };
    for (const auto& [fen, text] : table) EXPECT_EQ(rmb_capital(Money::fen(fen)), text);
}

TEST(Numerals, NameArticles) {
    EXPECT_EQ(article_name(124, 1, 5), "第一百二十四条第一款第（五）项");
    EXPECT_EQ(article_name(10), "第十条");
    EXPECT_EQ(article_name(105), "第一百零五条");
}

TEST(Text, RefusesBrokenUtf8) {
    EXPECT_TRUE(is_valid_utf8("执衡𠮷"));
    EXPECT_FALSE(is_valid_utf8("\xC0\xAF"));
    EXPECT_FALSE(is_valid_utf8("\xED\xA0\x80"));
    EXPECT_FALSE(is_valid_utf8("\xE6\x89"));
    EXPECT_TRUE(is_blank(" 　\n"));
}

TEST(Value, FollowsPaths) {
    const Value value = Object{{"penalty", Object{{"fine", "5.00"}, {"kinds", List{"fine", "warning"}}}}};
    EXPECT_EQ(*value.at("penalty.kinds.1").as_string(), "warning");
    EXPECT_TRUE(value.at("penalty.kinds.7").is_null());
    EXPECT_EQ(value["penalty"].text("fine"), "5.00");
}

}  // namespace base
