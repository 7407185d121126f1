#include "proofread/scan.hpp"

#include <gtest/gtest.h>

namespace proofread {

namespace {

constexpr std::size_t own = 1;

Finding finding(std::string rule, Severity severity, std::string found, std::string expected,
                std::optional<Place> other = {}) {
    return {
        .rule = std::move(rule),
        .severity = severity,
        .place = {.source = own, .paragraph = 3, .begin = 1, .end = 5},
        .other = other,
        .found = std::move(found),
        .expected = std::move(expected),
        .message = "合计不符",
        .basis = {}
    };
}

}  // namespace

TEST(ReadFromPicture, NothingIsAnErrorAndWhatHangsOnALetterIsQuiet) {
    struct Row {
        const char* why;
        Finding found;
        std::optional<Severity> severity;  // nothing: left out
    };
    const Row table[] = {
        {"a sum that is far off is worth a look", finding("sum.total", Severity::error, "13300元", "9800元"),
         Severity::warning},
        {"a digit that may be misread is only mentioned",
         finding("sum.total", Severity::error, "13800元", "13300元"), Severity::info},
        {"a check digit", finding("code.credit", Severity::error, "91990101MA0000000X", ""), Severity::info},
        {"a doubt", finding("date.order", Severity::warning, "", ""), Severity::info},
        {"a mention", finding("citation.not_held", Severity::info, "", ""), std::nullopt},
        {"a box or blank", finding("mark.left", Severity::error, "□", ""), std::nullopt},
        {"a bracket", finding("code.document_number", Severity::warning, "[2026]", ""), std::nullopt},
        {"the numbering of lines", finding("count.numbering", Severity::warning, "三", "二"), std::nullopt},
        {"another party of another paper",
         finding("other_case.party", Severity::error, "某某商行", "", Place{}), std::nullopt},
    };
    for (const Row& row : table) {
        SCOPED_TRACE(row.why);
        const auto left = as_read_from_picture({row.found}, own);
        ASSERT_EQ(left.size(), row.severity ? 1U : 0U);
        if (!row.severity) continue;
        EXPECT_EQ(left.front().severity, *row.severity);
        EXPECT_NE(left.front().message.find("请对照原图"), std::string::npos);
        EXPECT_EQ(left.front().place, row.found.place);
    }
}

TEST(ReadFromPicture, OtherPapersStayAsTheyAre) {
    Finding typed = finding("sum.total", Severity::error, "1", "2");
    typed.place.source = 0;
    const auto left = as_read_from_picture({typed}, own);
    EXPECT_EQ(left, (std::vector<Finding>{typed}));
}

TEST(OfAnotherHand, WhatDiffersFromTheCaseIsADoubt) {
    const Finding alone = finding("sum.total", Severity::error, "1", "2");
    const Finding against = finding("twice.amount", Severity::error, "1", "2", Place{.source = 0});
    const auto left = as_of_another_hand({alone, against}, own);
    EXPECT_EQ(left.at(0).severity, Severity::error) << "a sum of its own does not add up, whoever wrote it";
    EXPECT_EQ(left.at(1).severity, Severity::warning);
}

}  // namespace proofread
