#include <gtest/gtest.h>

#include <algorithm>

#include "simulation/past_case.hpp"

namespace simulation {

namespace {

TEST(Simulation, ReplayingTheTableInForceReproducesWhatWasDecidedOrSaysWhyNot) {
    struct Row {
        const char* why;
        PastCase past;
        Replay expected;
    };
    const std::string two = R"(["food.expired","food.no-licence"])";
    const Row rows[] = {
        {"in the middle of the tier",             {},                                                Replay::reproduced          },
        {"the lenient tier without a ground",     {.fine = "52000.00"},                              Replay::unreasoned_deviation},
        {"the same with the reason in writing",
         {.fine = "52000.00", .has_reason = true},
         Replay::reasoned_deviation                                                                                              },
        {"above the statute",                     {.fine = "100000.01"},                             Replay::outside_range       },
        {"spared where the law knows no ground",  {.kind = "no_penalty", .fine = ""},                Replay::other_outcome       },
        {"the goods value was not kept",          {.facts = "{}"},                                   Replay::facts_missing       },
        {"another text of the law",               {.law = "FSL2015"},                                Replay::law_version         },
        {"one sum for two violations",            {.violations = two},                               Replay::combined            },
        {"a ground with evidence opens the tier",
         {.fine = "52000.00", .circumstances = R"([{"code":"removed_harm","evidence_ids":["5"]}])"},
         Replay::reproduced                                                                                                      },
        {"a ground without evidence does not",
         {.fine = "52000.00", .circumstances = R"([{"code":"removed_harm","evidence_ids":[]}])"},
         Replay::unreasoned_deviation                                                                                            },
    };
    for (const Row& row : rows) {
        SCOPED_TRACE(row.why);
        const Difference difference = compare(decision(row.past), discretion::loaded(), {.rules = &in_force});
        EXPECT_EQ(word_of(difference.replay), word_of(row.expected));
        EXPECT_EQ(difference.why.empty(), row.expected == Replay::reproduced) << difference.why;
    }
}

TEST(Simulation, ADraftMovesASumToTheSamePlaceInItsTier) {
    struct Row {
        const char* why;
        const char *lenient_to, *aggravated_from, *fine, *expected;
        Change change;
    };
    // 65,000–85,000 becomes 70,000–85,000 with a lenient share of 0.4, 60,000–85,000 with 0.2.
    const Row rows[] = {
        {"the table in force changes nothing", "0.3", "0.7", "75000.00", "75000.00", Change::same},
        {"half way up stays half way up",      "0.4", "0.7", "75000.00", "77500.00", Change::more},
        {"a lower tier costs less",            "0.2", "0.7", "75000.00", "72500.00", Change::less},
        {"a quarter of the way",               "0.2", "0.7", "70000.00", "66250.00", Change::less},
        {"whole fen, rounded down",            "0.4", "0.7", "70000.01", "73750.00", Change::more},
    };
    for (const Row& row : rows) {
        SCOPED_TRACE(row.why);
        discretion::Jurisdiction draft = national();
        draft.shares->lenient_to = share(row.lenient_to);
        draft.shares->aggravated_from = share(row.aggravated_from);
        const auto difference =
            compare(decision({.fine = row.fine}), discretion::loaded(), {.rules = &draft});
        EXPECT_EQ(difference.expected.str(), row.expected);
        EXPECT_EQ(word_of(difference.change), word_of(row.change));
    }
}

TEST(Simulation, AListInTheDraftSparesWhoeverMeetsItsConditions) {
    discretion::Jurisdiction draft = national();
    auto& entry = draft.lists.front().entries.front();
    ASSERT_EQ(entry.violation, "food.expired");
    entry.findings.clear();
    for (auto& comparison : entry.when.all) comparison.number = base::Money::yuan(5000).in_fen();
    EXPECT_EQ(compare(decision({}), discretion::loaded(), {.rules = &draft}).change, Change::may_exempt);
    const PastCase dear{.facts = R"({"goods_value":"5000.01","illegal_gains":"0.00"})"};
    EXPECT_EQ(compare(decision(dear), discretion::loaded(), {.rules = &draft}).change, Change::same);
}

TEST(Simulation, WhoeverWasSparedPaysTheLeastTheDraftAsks) {
    const PastCase spared{.kind = "no_penalty",
                          .fine = "",
                          .facts = R"({"goods_value":"400.00","illegal_gains":"0.00"})",
                          .circumstances = R"([{"code":"first_violation_2y","evidence_ids":["5"]},
            {"code":"corrected_in_time","evidence_ids":["5"]},{"code":"source_disclosed","evidence_ids":["5"]},
            {"code":"retail","evidence_ids":["5"]},{"code":"no_illness","evidence_ids":["5"]}])"};
    discretion::Jurisdiction draft = national();
    EXPECT_EQ(compare(decision(spared), discretion::loaded(), {.rules = &draft}).change, Change::same);
    draft.lists.clear();
    const Difference difference = compare(decision(spared), discretion::loaded(), {.rules = &draft});
    EXPECT_EQ(difference.replay, Replay::reproduced);
    EXPECT_EQ(difference.change, Change::more);
    EXPECT_EQ(difference.expected.str(), "65000.00") << "the least of the ordinary tier";
}

TEST(Simulation, WhoeverWasSparedAgainstTheTableStaysSpared) {
    const PastCase spared{.kind = "no_penalty", .fine = "", .circumstances = "[]"};
    const Difference difference = compare(decision(spared), discretion::loaded(), {.rules = &in_force});
    EXPECT_EQ(difference.replay, Replay::other_outcome);
    EXPECT_EQ(difference.change, Change::same);
}

TEST(Simulation, ADraftHoldsWhereItsPlaceReaches) {
    const auto& catalogue = discretion::loaded();
    struct Row {
        const char *why, *draft, *place, *chain;
    };
    const Row rows[] = {
        {"in the place of the row of its name",     "990000",       "990101", "990000 CN"             },
        {"a city between district and province",    "990100",       "990101", "990100 990000 CN"      },
        {"the district itself stands first",        "990101",       "990101", "990101 990000 CN"      },
        {"another city is not touched",             "990200",       "990101", "990000 CN"             },
        {"another province neither",                "510000",       "990101", "990000 CN"             },
        {"the country replaces the country",        "CN",           "510100", "CN"                    },
        {"a profile is tried wherever it is tried", "XX-floor-0.1", "990101", "XX-floor-0.1 990000 CN"},
    };
    for (const Row& row : rows) {
        SCOPED_TRACE(row.why);
        discretion::Jurisdiction draft = national();
        draft.id = row.draft;
        const auto chain = with_draft(*catalogue.chain(row.place), row.place, draft);
        std::string ids;
        for (const auto* place : chain.places()) ids += (ids.empty() ? "" : " ") + place->id;
        EXPECT_EQ(ids, row.chain);
        const bool is_used = std::ranges::find(chain.places(), &draft) != chain.places().end();
        EXPECT_EQ(is_used, std::string(row.chain).find(row.draft) != std::string::npos);
    }
}

TEST(Simulation, CountsByFieldPartyAndSizeAddUpToTheWhole) {
    discretion::Jurisdiction draft = national();
    draft.shares->lenient_to = share("0.4");
    Outcome outcome;
    const PastCase cases[] = {{}, {.size = "large"}, {.facts = "{}"}};
    for (const PastCase& past : cases)
        outcome.add(decision(past), compare(decision(past), discretion::loaded(), {.rules = &draft}));
    const base::Value value = outcome.to_value();
    EXPECT_EQ(value.integer("cases"), 3);
    EXPECT_EQ(value["changes"].integer("more"), 2);
    EXPECT_EQ(value["changes"].integer("unknown"), 1);
    EXPECT_EQ(value.text("decided"), "150000.00") << "what cannot be compared is in neither sum";
    EXPECT_EQ(value.text("expected"), "155000.00");
    for (const char* group : {"field", "party", "size"}) {
        std::int64_t cases_in_group = 0;
        for (const base::Value& row : value["groups"].list(group))
            cases_in_group += row.integer("cases").value_or(0);
        EXPECT_EQ(cases_in_group, 3) << group;
    }
}

}  // namespace

}  // namespace simulation
