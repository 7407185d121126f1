#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "acts/advise.hpp"
#include "acts/penalty_finding.hpp"
#include "acts/reasoning_draft.hpp"
#include "acts/sign_proposal.hpp"
#include "catalogue/catalogue.hpp"
#include "demo/seed_case.hpp"
#include "json/json.hpp"
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

// The milk case as it stands in the archive: nothing asked of it is recorded.
struct Milk {
    testing_office::MemoryDesk desk{
        law(), *demo::Organisation::from(*catalogue::Files().load("demo/organisation.yaml"))};
    std::string no;

    Milk() {
        const auto made =
            demo::seed_case(desk.office, desk.clock, desk.directory.organisation, scenario("milk_2024.json"),
                            {.bytes = testing_office::tiny_picture, .name_ending = ".png"});
        EXPECT_TRUE(made) << made.error().message;
        if (made) no = *made;
    }
};

casefile::Act decision(base::Value data, base::Value paper) {
    casefile::Act act;
    act.n = 99;
    act.type = "decide";
    act.data = std::move(data);
    act.paper = std::move(paper);
    return act;
}

struct Proposal : testing::Test {
    static Milk& milk() {
        static Milk made;
        return made;
    }

    acts::ActRequest request(const std::string& act, const std::string& fine,
                             const std::string& discretion) const {
        const auto body = json::parse(
            R"({"act":")" + act + R"(","data":{"penalty":{"kinds":["fine"],"fine":")" + fine +
            R"(","violations":["food.fake-production-date"]}},"paper":{"discretion":)" + discretion + "}}");
        return *acts::ActRequest::from(*body, milk().desk.viewer("zhou-min"));
    }

    base::Result<acts::Advice> advise(const std::string& discretion, const std::string& act = "decide",
                                      const std::string& fine = "86000") const {
        return acts::advise(milk().desk.office, milk().desk.viewer("zhou-min"), milk().no,
                            request(act, fine, discretion));
    }

    static std::string claim(const std::string& code, const std::string& evidence) {
        return R"({"facts":{"goods_value":"3000.00","illegal_gains":"670.00"},"circumstances":[{"code":")" +
               code + R"(","evidence_ids":[)" + evidence + "]}]}";
    }
};

TEST_F(Proposal, TheRecordOfAnActProvesACircumstance) {
    const auto advice = advise(claim("intentional", R"("7")"));
    ASSERT_TRUE(advice) << advice.error().message;
    EXPECT_EQ(advice->finding.text("recommended_tier"), "aggravated");
    EXPECT_TRUE(advice->finding["reasons"].text("facts").contains("询问笔录")) << advice->reasoning;
}

TEST_F(Proposal, ACircumstanceWithoutEvidenceIsShownAndNotUsed) {
    const auto advice = advise(claim("intentional", ""));
    ASSERT_TRUE(advice) << advice.error().message;
    EXPECT_EQ(advice->finding.text("recommended_tier"), "normal");
    ASSERT_EQ(advice->finding.list("ignored").size(), 1u);
    EXPECT_EQ(advice->finding.list("ignored").front().text("why"), "没有证据");
}

TEST_F(Proposal, WhatIsNotInTheCaseProvesNothing) {
    for (const char* ref : {R"("999")", R"("1")", R"("evidence-of-another-case")", "7"}) {
        SCOPED_TRACE(ref);
        const auto advice = advise(claim("intentional", ref));
        ASSERT_FALSE(advice);
        EXPECT_EQ(advice.error().code, "unknown_evidence");
        EXPECT_EQ(advice.error().field, "paper.discretion.circumstances.0.evidence_ids");
    }
}

TEST_F(Proposal, ListsShowWhatTheyStillLack) {
    const auto advice = advise(claim("corrected_in_time", R"("7")"), "file_case");
    ASSERT_TRUE(advice) << advice.error().message;
    bool seen = false;
    for (const Value& ground : advice->grounds.items()) {
        if (ground.text("title") != "违法行为轻微并及时改正，没有造成危害后果") continue;
        seen = true;
        EXPECT_FALSE(ground.truth("holds"));
        EXPECT_TRUE(ground.truth("may_decline"));
        for (const Value& condition : ground.list("conditions"))
            EXPECT_EQ(condition.text("standing"),
                      condition.text("code") == "corrected_in_time" ? "held" : "missing");
    }
    EXPECT_TRUE(seen);
}

TEST_F(Proposal, LeavingTheTierNeedsAReasonInWriting) {
    const auto advice = advise(claim("intentional", ""), "decide", "86000");
    ASSERT_TRUE(advice);
    struct Row {
        const char *why, *reason;
        bool is_refused;
    };
    const Row rows[] = {
        {"no word",     "",                           true },
        {"blank words", "  \\n ",                     true },
        {"a reason",    "当事人曾因同类行为被约谈。", false},
    };
    for (const Row& row : rows) {
        SCOPED_TRACE(row.why);
        const auto asked = request("decide", "86000",
                                   R"({"facts":{},"deviation_reason":")" + std::string(row.reason) + R"("})");
        const auto refusal = acts::unreasoned_deviation(advice->finding, decision(asked.data, asked.paper));
        EXPECT_EQ(refusal.has_value(), row.is_refused);
        EXPECT_EQ(refusal ? refusal->field : "", row.is_refused ? "paper.discretion.deviation_reason" : "");
    }
    const auto fits = advise(claim("intentional", R"("7")"));
    ASSERT_TRUE(fits);
    EXPECT_FALSE(acts::unreasoned_deviation(fits->finding, decision({}, {})));
}

TEST_F(Proposal, ReasonsAreDraftedInFourPartsAndChangesByHandAreNoted) {
    const auto advice = advise(claim("intentional", R"("7")"));
    ASSERT_TRUE(advice);
    for (const char* part : {"一、事理：", "二、法理：", "三、道理：", "四、情理："})
        EXPECT_TRUE(advice->reasoning.contains(part)) << advice->reasoning;
    const auto loaded = cases::load_case(milk().desk.office, milk().desk.viewer("zhou-min"), milk().no);
    ASSERT_TRUE(loaded);
    const auto note = [&](const std::string& written) {
        const base::Object paper{
            {"discretion",         base::Object{{"found", "forged"}}},
            {"discretion_reasons", written                          }
        };
        const casefile::Act act = decision(base::Object{}, paper);
        return acts::with_reasoning_note(milk().desk.office, advice->finding, *loaded, act)["discretion"];
    };
    EXPECT_FALSE(note(advice->reasoning)["reasoning"].truth("is_edited"));
    const Value edited = note(advice->reasoning + "另查明当事人配合调查。");
    EXPECT_TRUE(edited["reasoning"].truth("is_edited"));
    ASSERT_EQ(edited["reasoning"].list("added").size(), 1u);
    EXPECT_TRUE(edited["reasoning"].list("removed").empty());
    EXPECT_EQ(edited["found"].text("law"), "FSL2021") << "what the sender says of the finding is replaced";
}

// 公示规定 第六条: a proposal of before anybody was asked to look does not say which texts were seen.
TEST_F(Proposal, WhatWasProposedUnseenIsNotPublished) {
    testing_office::MemoryDesk& desk = milk().desk;
    ports::Proposal proposal{};
    proposal.id = "old";
    proposal.case_no = milk().no;
    proposal.agency = desk.viewer("he-feng").agency;
    proposal.act = "publish";
    proposal.author = "zhou-min";
    proposal.status = "waiting";
    proposal.waiting_person = "he-feng";
    proposal.body = *json::parse(R"({"act":"publish","by":["zhou-min","he-feng"],"data":{"of":1}})");
    proposal.steps = {
        {.kind = "confirm",
         .role = "HANDLER",
         .person = "he-feng",
         .person_name = "何峰",
         .certificate_no = {},
         .opinion = {}}
    };
    desk.proposals.rows[proposal.id] = proposal;
    const auto version = desk.cases.rows.at(milk().no).version;
    const auto confirmed = acts::sign_proposal(desk.office, desk.viewer("he-feng"), "old", "confirm", "");
    ASSERT_TRUE(confirmed) << confirmed.error().message;
    ASSERT_TRUE(confirmed->refusal);
    EXPECT_EQ(confirmed->refusal->code, "publication_not_seen");
    EXPECT_TRUE(confirmed->refusal->message.contains("退回报批人")) << confirmed->refusal->message;
    EXPECT_EQ(desk.proposals.rows.at("old").status, "waiting") << "so that it can be returned";
    EXPECT_EQ(desk.cases.rows.at(milk().no).version, version) << "nothing was recorded";
    desk.proposals.rows.erase("old");
}

}  // namespace
