#include "law/statutes.hpp"

#include <gtest/gtest.h>

namespace law {

namespace {

using base::List;
using base::Object;
using base::Value;
using namespace std::chrono_literals;

Value row(const char* code, const char* family, const char* from, Value to) {
    return Object{
        {"code",         code                      },
        {"family",       family                    },
        {"title",        "中华人民共和国食品安全法"},
        {"short",        "食品安全法"              },
        {"version_date", "2021-04-29"              },
        {"from",         from                      },
        {"to",           std::move(to)             }
    };
}

const Value two_texts =
    List{row("FSL2021", "FSL", "2021-04-29", "2025-11-30"), row("FSL2025", "FSL", "2025-12-01", {})};

}  // namespace

TEST(Statutes, AnswersWithTheTextOfTheDay) {
    const Statutes statutes = Statutes::from(two_texts).value();
    EXPECT_EQ(statutes.on("FSL", base::Date(2025y / 11 / 30))->code, "FSL2021");
    EXPECT_EQ(statutes.on("FSL", base::Date(2025y / 12 / 1))->code, "FSL2025");
    EXPECT_EQ(statutes.on("FSL", base::Date(2020y / 1 / 1)), nullptr);
}

TEST(Statutes, CitesArticlesInChinese) {
    const Statutes statutes = Statutes::from(two_texts).value();
    EXPECT_EQ(statutes.citation(statutes.reference("FSL2025 124.1.5").value()),
              "食品安全法 第一百二十四条第一款第（五）项");
    EXPECT_EQ(statutes.citation(statutes.reference("FSL2025 136").value()), "食品安全法 第一百三十六条");
}

TEST(Statutes, RefusesWhatIsNotAReference) {
    const Statutes statutes = Statutes::from(two_texts).value();
    for (const char* text : {"FSL1995 1", "FSL2025", "FSL2025 ", "FSL2025 x", "FSL2025 1.2.3.4", "FSL2025 0"})
        EXPECT_FALSE(statutes.reference(text)) << text;
}

TEST(Statutes, RefusesOverlappingTextsOfOneLaw) {
    const Value overlapping =
        List{row("FSL2021", "FSL", "2021-04-29", {}), row("FSL2025", "FSL", "2025-12-01", {})};
    EXPECT_FALSE(Statutes::from(overlapping));
}

}  // namespace law
