#include "fuzz/driver.hpp"

#include <gtest/gtest.h>

#include <set>
#include <stdexcept>

namespace fuzz {

namespace {

const Corpus corpus{
    .inputs = {R"({"act_end":"2026-03-01","amount":"500.00"})", "[]"},
      .words = {"{", "null", "三万元"}
};

}  // namespace

TEST(Fuzz, GivesTheSameInputsForTheSameSeed) {
    Mutator one(corpus, 7);
    Mutator same(corpus, 7);
    Mutator other(corpus, 8);
    std::set<std::string> seen;
    bool differs = false;
    for (int i = 0; i < 500; ++i) {
        const std::string input = one.next(1000);
        EXPECT_EQ(input, same.next(1000));
        EXPECT_LE(input.size(), 1000u);
        differs = differs || input != other.next(1000);
        seen.insert(input);
    }
    EXPECT_TRUE(differs);
    EXPECT_GT(seen.size(), 300u) << "mutations hardly ever change anything";
}

TEST(Fuzz, FindsAReaderThatDislikesAWord) {
    const auto failure =
        run(corpus, {.runs = 5000}, [](std::string_view input) -> std::optional<std::string> {
            if (input.find("三万元") != std::string_view::npos) return "took words for a number";
            return {};
        });
    ASSERT_TRUE(failure.has_value());
    EXPECT_NE(failure->input.find("三万元"), std::string::npos);
    EXPECT_NE(failure->words().find("took words for a number"), std::string::npos);
}

TEST(Fuzz, ReportsAnExceptionAndTheInputOfTheCorpus) {
    const auto failure = run(corpus, {.runs = 0}, [](std::string_view input) -> std::optional<std::string> {
        if (input == "[]") throw std::runtime_error("broken");
        return {};
    });
    ASSERT_TRUE(failure.has_value());
    EXPECT_EQ(failure->input, "[]");
    EXPECT_NE(failure->complaint.find("broken"), std::string::npos);
}

TEST(Fuzz, IsContentWithAReaderThatTakesEverything) {
    std::uint64_t runs = 0;
    const auto target = [&](std::string_view) -> std::optional<std::string> { return ++runs, std::nullopt; };
    EXPECT_FALSE(run(corpus, {.runs = 100}, target).has_value());
    EXPECT_EQ(runs, 102u);
}

}  // namespace fuzz
