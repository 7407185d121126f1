#include "base/identifiers.hpp"

#include <gtest/gtest.h>

namespace base {

TEST(Identifiers, CreditCodesAreCheckedTwice) {
    struct Row {
        const char* why;
        const char* code;
        bool valid;
    };
    const Row table[] = {
        {"example of the standard",    "91350100M000100Y43",  true },
        {"a company",                  "91110105MA0000015F",  true },
        {"inner check written X",      "92320102MA00A0B1XQ",  true },
        {"a cooperative",              "93510104MA0C0D0116",  true },
        {"a public institution",       "12310000E000000101",  true },
        {"wrong check character",      "91350100M000100Y44",  false},
        {"letter O never occurs",      "91350100O000100Y43",  false},
        {"seventeen characters",       "91350100M000100Y4",   false},
        {"lower case is not repaired", "91350100m000100y43",  false},
        {"nothing",                    "",                    false},
        {"nineteen characters",        "91350100M000100Y433", false},
    };
    for (const auto& row : table) {
        SCOPED_TRACE(row.why);
        EXPECT_EQ(is_credit_code(row.code), row.valid);
    }
}

TEST(Identifiers, ResidentNumbersNeedADayThatExists) {
    EXPECT_TRUE(is_resident_id("11010519491231002X"));
    EXPECT_FALSE(is_resident_id("110105194912310021"));
    EXPECT_FALSE(is_resident_id("11010519490230002X"));
    EXPECT_FALSE(is_resident_id("110105491231002"));
}

}  // namespace base
