#include <gtest/gtest.h>

#include <algorithm>
#include <array>

#include "broken.hpp"
#include "catalogue/catalogue.hpp"
#include "procedure/case.hpp"
#include "procedure/scenario.hpp"

// Whoever is refused is told which act would cure it, or why none does.
namespace {

// The way to the stage is found in each case, and a joined case names the one that goes on.
constexpr std::array<std::string_view, 2> found_in_the_case{"act_not_open", "case_joined"};

bool says_what_to_do(const base::Value& row) {
    return !row.list("cure").empty() || !row["cure_of"].object().empty() || !row.text("no_cure").empty();
}

TEST(CureTable, EveryCodeHasACureOrTheReasonWhyNone) {
    const auto content = catalogue::Files().load("procedure/refusals.yaml").value();
    int codes = 0;
    for (const auto& [code, entry] : content["refusals"].object()) {
        ++codes;
        if (std::ranges::find(found_in_the_case, code) != found_in_the_case.end()) continue;
        if (entry.as_list() == nullptr) {
            EXPECT_TRUE(says_what_to_do(entry)) << code;
        }
        for (const auto& row : entry.items()) EXPECT_TRUE(says_what_to_do(row)) << code;
    }
    EXPECT_GT(codes, 100);
}

TEST(CureTable, WhatWasStatedWronglyIsPutRightByTheSameAct) {
    const auto scenario = procedure::read_scenario(given::scenario("handbook_6_1")).value();
    procedure::Case file(given::rules(), scenario.matter);
    ASSERT_TRUE(file.restore(scenario.acts[0]));
    auto act = scenario.acts[1];
    act.by = {};
    const auto refused = file.check(act).value();
    ASSERT_TRUE(refused);
    EXPECT_EQ(refused->code, "not_authorised");
    EXPECT_EQ(refused->cure, (std::vector<std::string>{act.type}));
}

TEST(CureTable, WhatIsLostIsSaidToBeLost) {
    const auto* late = given::rules().table.refusal("hearing_request_late");
    ASSERT_NE(late, nullptr);
    EXPECT_TRUE(late->cure.empty());
    EXPECT_NE(late->message.find("逾期视为放弃听证"), std::string::npos) << late->message;
}

}  // namespace
