#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <set>

#include "catalogue/catalogue.hpp"
#include "demo/seed_case.hpp"
#include "json/json.hpp"
#include "simulations/simulate.hpp"
#include "testing/memory_desk.hpp"

namespace {

using base::Value;

const books::Books& law() {
    static const auto books = books::load_books(catalogue::Files());
    if (!books) throw std::runtime_error(books.error().message);
    return **books;
}

Value scenario(const std::string& name) {
    std::ifstream file(std::string(ZHIHENG_SOURCE_DIR) + "/tests/scenario/" + name);
    return *json::parse(std::string(std::istreambuf_iterator<char>(file), {}));
}

// The bureau after three decided cases: 86,000 yuan for reprinted dates, 49,008 yuan for bad fertiliser, and
// one spared.
struct Bureau {
    testing_office::MemoryDesk desk{
        law(), *demo::Organisation::from(*catalogue::Files().load("demo/organisation.yaml"))};

    Bureau() {
        desk.queries.cases = &desk.cases;
        for (const char* name : {"milk_2024.json", "fertiliser_2024.json", "no_penalty.json"}) {
            const auto no =
                demo::seed_case(desk.office, desk.clock, desk.directory.organisation, scenario(name),
                                {.bytes = testing_office::tiny_picture, .name_ending = ".png"});
            EXPECT_TRUE(no) << no.error().message;
        }
    }
};

// A simulation only reads: one bureau serves every test.
struct Decided : testing::Test {
    static testing_office::MemoryDesk& made() {
        static Bureau bureau;
        return bureau.desk;
    }
    testing_office::MemoryDesk& desk = made();

    Value ask(std::string_view body, std::string_view person = "zhou-min") {
        const auto question = simulations::Question::from_value(*json::parse(std::string(body)));
        if (!question)
            return base::Object{
                {"error", question.error().code },
                {"field", question.error().field}
            };
        const auto answer = simulations::simulate(desk.office, desk.viewer(person), *question);
        if (!answer)
            return base::Object{
                {"error", answer.error().code },
                {"field", answer.error().field}
            };
        return answer->to_value();
    }
};

TEST_F(Decided, TheRulesInForceReproduceWhatWasDecided) {
    const Value answer =
        ask(R"({"from":"2024-01-01","until":"2026-12-31","draft":{"lenient_to":"0.3"},"cases":{}})");
    EXPECT_EQ(answer.integer("cases"), 3) << json::write(answer);
    EXPECT_EQ(answer["replays"].integer("reproduced"), 3) << json::write(answer);
    EXPECT_EQ(answer["changes"].integer("same"), 3);
    EXPECT_EQ(answer.text("decided"), "135008.00");
    EXPECT_EQ(answer.text("expected"), "135008.00");
    EXPECT_EQ(answer.list("rows").size(), 3u);
}

TEST_F(Decided, ADraftIsPutAgainstThemAndTheCasesBehindABarAreGiven) {
    const Value answer = ask(R"({"from":"2024-01-01","until":"2026-12-31","draft":{"aggravated_from":"0.8"},
        "cases":{"by":"party","key":"natural","change":"more"}})");
    EXPECT_EQ(answer["changes"].integer("more"), 2) << json::write(answer);
    ASSERT_EQ(answer.list("rows").size(), 1u);
    const Value& milk = answer.list("rows").front();
    // 85,000–100,000 becomes 90,000–100,000; 86,000 stood a fifteenth up.
    EXPECT_EQ(milk.text("decided"), "86000.00");
    EXPECT_EQ(milk.text("expected"), "90666.66");
    EXPECT_EQ(milk.text("draft_tier"), "aggravated");
}

TEST_F(Decided, PagesFollowEachOtherWithoutGapOrRepeat) {
    std::vector<std::string> seen;
    std::string after;
    do {
        const Value page = ask(
            R"({"from":"2024-01-01","until":"2026-12-31","draft":{"floor":"0.1"},"cases":{"limit":1,"after":")" +
            after + R"("}})");
        for (const Value& row : page.list("rows")) seen.emplace_back(row.text("case_no"));
        after = page.text("next");
    } while (!after.empty() && seen.size() < 9);
    EXPECT_EQ(seen.size(), 3u);
    EXPECT_EQ(std::set<std::string>(seen.begin(), seen.end()).size(), 3u);
}

TEST_F(Decided, APeriodWithoutDecisionsIsEmptyAndAnotherDistrictSeesNothing) {
    EXPECT_EQ(ask(R"({"from":"2020-01-01","until":"2020-12-31","draft":{"floor":"0.1"}})").integer("cases"),
              0);
    EXPECT_EQ(ask(R"({"from":"2024-01-01","until":"2026-12-31","draft":{"floor":"0.1"}})", "ma-chao")
                  .integer("cases"),
              0);
}

TEST_F(Decided, KeepsNoNameOfAParty) {
    auto& projections = desk.cases.projections;
    std::size_t kept = 0;
    for (const auto& [no, projection] : projections) kept += projection.decisions.size();
    EXPECT_EQ(kept, 3u);
    for (const auto& [no, projection] : projections)
        for (const auto& decision : projection.decisions)
            EXPECT_FALSE(json::write(decision.content).contains("钱")) << "no name of a party is kept";
}

TEST_F(Decided, AQuestionThatIsNoneIsRefusedWithItsField) {
    struct Row {
        const char *why, *body, *code, *field;
    };
    const Row rows[] = {
        {"no draft",                             R"({"from":"2024-01-01","until":"2024-12-31","draft":{}})",                    "missing_field",  "draft"                },
        {"a share above one",                    R"({"from":"2024-01-01","until":"2024-12-31","draft":{"floor":"1.5"}})",
         "bad_share",                                                                                                                             "draft.floor"          },
        {"a share in words",                     R"({"from":"2024-01-01","until":"2024-12-31","draft":{"floor":"三成"}})",
         "bad_share",                                                                                                                             "draft.floor"          },
        {"bands that cross",
         R"({"from":"2024-01-01","until":"2024-12-31","draft":{"lenient_to":"0.8","aggravated_from":"0.7"}})",                  "bad_share",      "draft.aggravated_from"},
        {"bands that cross with those in force",
         R"({"from":"2024-01-01","until":"2024-12-31","draft":{"lenient_to":"0.8"}})",                                          "bad_share",
         "draft.lenient_to"                                                                                                                                              },
        {"a day that is none",                   R"({"from":"2024-02-30","until":"2024-12-31","draft":{"floor":"0.1"}})",
         "bad_date",                                                                                                                              "from"                 },
        {"a period that ends first",             R"({"from":"2024-12-31","until":"2024-01-01","draft":{"floor":"0.1"}})",
         "ends_before_start",                                                                                                                     "until"                },
        {"an unknown row",                       R"({"from":"2024-01-01","until":"2024-12-31","draft":{"profile":"XX-none"}})",
         "unknown_jurisdiction",                                                                                                                  "jurisdiction"         },
        {"an unknown bar",
         R"({"from":"2024-01-01","until":"2024-12-31","draft":{"floor":"0.1"},"cases":{"by":"colour"}})",                       "unknown_choice", "cases.by"             },
        {"too many rows",
         R"({"from":"2024-01-01","until":"2024-12-31","draft":{"floor":"0.1"},"cases":{"limit":501}})",                         "wrong_type",     "cases.limit"          },
        {"a field nobody knows",
         R"({"from":"2024-01-01","until":"2024-12-31","draft":{"floor":"0.1"},"colour":1})",                                    "unknown_field",
         "colour"                                                                                                                                                        },
    };
    for (const Row& row : rows) {
        SCOPED_TRACE(row.why);
        const Value answer = ask(row.body);
        EXPECT_EQ(answer.text("error"), row.code);
        EXPECT_EQ(answer.text("field"), row.field);
    }
}

}  // namespace
