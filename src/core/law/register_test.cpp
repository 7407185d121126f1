#include "law/register.hpp"

#include <gtest/gtest.h>

namespace law {

namespace {

using base::List;
using base::Object;
using base::Value;
using namespace std::chrono_literals;

Value statute(const char* code, const char* family, const char* short_title, const char* version,
              const char* from, Value to) {
    return Object{
        {"code",         code                  },
        {"family",       family                },
        {"title",        "中华人民共和国商标法"},
        {"short",        short_title           },
        {"version_date", version               },
        {"from",         from                  },
        {"to",           std::move(to)         }
    };
}

Statutes trade_marks() {
    return Statutes::from(
               List{statute("TML2019", "TML", "商标法(2019)", "2019-04-23", "2019-11-01", "2026-12-31"),
                    statute("TML2026", "TML", "商标法(2026)", "2026-06-26", "2027-01-01", {})})
        .value();
}

Register made() {
    const Value names = List{
        Object{{"name", "商标条例"}, {"law", "商标法实施条例"}      },
        Object{{"name", "标法"},     {"law", "中华人民共和国商标法"}}
    };
    const Value texts = List{
        Object{{"title", "某办法"},
               {"version_date", "2014-02-19"},
               {"from", "2014-03-01"},
               {"to", "2022-02-28"}}
    };
    return Register::from(trade_marks(), names, texts).value();
}

LawText text_of(const char* title, std::optional<base::Date> printed = {}) {
    LawText text;
    text.title = title;
    text.printed_from = printed;
    return text;
}

}  // namespace

TEST(Register, KnowsALawByAllItsNames) {
    const Register laws = made();
    for (const char* name : {"商标法", "中华人民共和国商标法", "《商标法》", "《中华人民共和国商标法》",
                             "商标法(2019)", "商标法（2026年）", "TML", "TML2019", "标法"})
        EXPECT_EQ(laws.code_of(name), "TML") << name;
    EXPECT_EQ(laws.code_of("商标条例"), "商标法实施条例");
    EXPECT_EQ(laws.code_of("中华人民共和国某法"), "某法") << "a law the catalogue does not know";
    EXPECT_EQ(laws.code_of("刑法修正案（十一）"), "刑法修正案（十一）") << "a numeral is no year";
}

TEST(Register, TellsFromWhenATextIsInForce) {
    const Register laws = made();
    const auto listed = laws.in_force(text_of("中华人民共和国商标法"), base::Date(2019y / 4 / 23));
    EXPECT_EQ(listed.from, base::Date(2019y / 11 / 1));
    EXPECT_EQ(listed.to, base::Date(2026y / 12 / 31));
    EXPECT_EQ(laws.sole_version("某办法"), base::Date(2014y / 2 / 19));
    EXPECT_EQ(laws.sole_version("TML"), std::nullopt) << "two texts are listed";
    const auto by_text = laws.in_force(text_of("某办法"), base::Date(2014y / 2 / 19));
    EXPECT_EQ(by_text.to, base::Date(2022y / 2 / 28));
    const auto printed =
        laws.in_force(text_of("新办法", base::Date(2025y / 5 / 1)), base::Date(2025y / 3 / 1));
    EXPECT_EQ(printed.from, base::Date(2025y / 5 / 1));
    EXPECT_EQ(printed.basis, InForce::Basis::printed);
    const auto amended =
        laws.in_force(text_of("旧办法", base::Date(1990y / 1 / 1)), base::Date(2020y / 3 / 1));
    EXPECT_EQ(amended.from, base::Date(2020y / 3 / 1)) << "what it prints is the day of the first text";
    EXPECT_EQ(amended.basis, InForce::Basis::issued);
}

TEST(Register, RefusesRowsThatAreNotWhole) {
    const Statutes statutes = trade_marks();
    EXPECT_FALSE(Register::from(statutes, List{Object{{"name", "程序规定"}}}, List{}));
    EXPECT_FALSE(Register::from(statutes,
                                List{
                                    Object{{"name", "商标法"}, {"law", "别的法"}}
    },
                                List{}));
    EXPECT_FALSE(Register::from(
        statutes,
        List{
    },
        List{Object{{"title", "某法"}, {"version_date", "2014-02-30"}, {"from", "2014-03-01"}}}));
    EXPECT_FALSE(Register::from(statutes,
                                List{
    },
                                List{Object{{"title", "某法"},
                                            {"version_date", "2014-02-19"},
                                            {"from", "2014-03-01"},
                                            {"to", "2014-02-28"}}}));
}

}  // namespace law
