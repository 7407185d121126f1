#include <gtest/gtest.h>

#include "broken.hpp"
#include "procedure/case.hpp"
#include "procedure/scenario.hpp"

// What a refusal for the stage names leads to the act; what is past, or belongs to another kind of case, has
// no way and is given none.
namespace {

struct Row {
    const char* why;
    const char* scenario;
    std::size_t until;
    const char* act;
    std::vector<std::string> cure;
};

std::string joined(const std::vector<std::string>& acts) {
    std::string text;
    for (const auto& act : acts) text += act + " ";
    return text;
}

TEST(Cures, LeadToTheActOrNowhere) {
    const std::vector<Row> rows{
        {"checking has begun",                                       "handbook_6_1", 4,  "start_check",  {}                     },
        {"nothing was declined that could be reopened",              "handbook_6_1", 4,  "reopen_clue",  {}                     },
        {"an ordinary case has no papers of the spot",               "handbook_6_1", 8,  "file_summary", {}                     },
        {"nothing is suspended",                                     "handbook_6_1", 8,  "resume",       {}                     },
        {"money comes after the decision, not by another procedure",
         "handbook_6_1",                                                             4,
         "pay",                                                                                          {"file_case", "serve"} },
        {"a suit comes after the decision",                          "handbook_6_1", 4,  "sue",          {"file_case", "decide"}},
        {"a deferral comes after service",                           "handbook_6_1", 4,  "defer",        {"file_case", "serve"} },
        {"the papers of the spot follow the decision there",
         "summary_2026",                                                             2,
         "file_summary",                                                                                 {"decide_on_spot"}     },
        {"who hosts is named when a hearing was asked for",
         "hearing_2026",                                                             13,
         "name_host",                                                                                    {"request_hearing"}    },
        {"the file was sent and reviewed before the notice",         "hearing_2026", 13, "send_review",  {}                     },
        {"next comes the review",                                    "handbook_6_1", 15, "review",       {"send_review"}        },
    };
    for (const auto& row : rows) {
        SCOPED_TRACE(row.why);
        const auto scenario = procedure::read_scenario(given::scenario(row.scenario)).value();
        procedure::Case file(given::rules(), scenario.matter);
        for (std::size_t i = 0; i < row.until; ++i) ASSERT_TRUE(file.restore(scenario.acts[i]));
        const auto refusal = file.why_shut(row.act, scenario.acts[row.until - 1].at);
        ASSERT_TRUE(refusal);
        EXPECT_EQ(joined(refusal->cure), joined(row.cure)) << refusal->code;
    }
}

}  // namespace
