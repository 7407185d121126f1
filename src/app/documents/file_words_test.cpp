#include "documents/file_words.hpp"

#include <gtest/gtest.h>

namespace documents {

// A proofreader compares the words of a paper with what its act says; where the act says nothing, nothing is
// compared.
TEST(FileWords, ThePenaltyIsThatOfTheAct) {
    using base::List;
    using base::Object;
    const base::Value data = Object{
        {"penalty", Object{{"fine", "50000.00"},
                           {"gains", "670.00"},
                           {"statute", List{base::Value(Object{
                                           {"law", "食品安全法"}, {"article", 124}, {"paragraph", 1}})}}}}
    };
    const auto penalty = penalty_of(data);
    ASSERT_TRUE(penalty);
    EXPECT_EQ(penalty->fine, base::Money::parse("50000.00").value());
    EXPECT_EQ(penalty->gains, base::Money::parse("670.00").value());
    ASSERT_EQ(penalty->statute.size(), 1U);
    EXPECT_EQ(penalty->statute.front().article, 124);
    EXPECT_FALSE(penalty_of(base::Value(Object{})));
    EXPECT_FALSE(penalty_of(base::Value(Object{
        {"penalty", Object{}}
    })));
}

}  // namespace documents
