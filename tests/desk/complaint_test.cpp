#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "acts/form_of_act.hpp"
#include "acts/record_act.hpp"
#include "acts/register_clue.hpp"
#include "books/books.hpp"
#include "cases/case_facts.hpp"
#include "catalogue/catalogue.hpp"
#include "demo/seed_case.hpp"
#include "json/json.hpp"
#include "testing/memory_desk.hpp"

// 投诉举报: a matter of its own, opened at the desk (procedure.md §3).
namespace {

using base::Object;
using base::Value;

const books::Books& law() {
    static const auto books = books::load_books(catalogue::Files());
    if (!books) throw std::runtime_error(books.error().message);
    return **books;
}

Value scenario(const char* name) {
    std::ifstream file(std::string(ZHIHENG_SOURCE_DIR) + "/tests/scenario/accepted/" + name);
    Value told = *json::parse(std::string(std::istreambuf_iterator<char>(file), {}));
    // The desk checks the code of the trader, which replay takes as it is.
    told.as_object()->find("party")->as_object()->erase("code");
    return told;
}

struct Complaint : testing::Test {
    testing_office::MemoryDesk desk{
        law(), *demo::Organisation::from(*catalogue::Files().load("demo/organisation.yaml"))};

    base::Result<acts::Settled> open(const char* person, const char* kind) {
        desk.clock.set(*base::Instant::parse("2026-11-16T09:00:00+08:00"));
        const auto clue = acts::NewClue::from(
            Object{
                {"procedure", "complaint"                                                             },
                {"party",     Object{{"kind", "organisation"}, {"name", "临江市阿满干货店"}}          },
                {"data",      Object{{"received_on", "2026-11-16"},
                                {"competent_on", "2026-11-16"},
                                {"kind", kind},
                                {"twelve_315_no", "12315-2026-990101-000777"}}},
                {"paper",     Object{{"facts", "购买的核桃霉变，要求退货"}, {"claim", "退一赔三"}}    }
        },
            desk.viewer(person));
        if (!clue) return base::fail(clue.error());
        return acts::register_clue(desk.office, desk.viewer(person), *clue);
    }
    cases::LoadedCase load(const std::string& no) {
        return *cases::load_case(desk.office, desk.viewer("bai-lu"), no);
    }
};

}  // namespace

// 投诉举报处理办法 第四十一条: whoever receives complaints and reports registers them, without asking
// anybody.
TEST_F(Complaint, IsRegisteredByWhoeverReceivesIt) {
    for (const char* kind : {"complaint", "report", "both"}) {
        SCOPED_TRACE(kind);
        const auto settled = open("bai-lu", kind);
        ASSERT_TRUE(settled) << settled.error().message;
        ASSERT_FALSE(settled->refusal) << settled->refusal->message;
        EXPECT_TRUE(settled->outcome.recorded);
        const auto loaded = load(settled->outcome.case_no);
        EXPECT_EQ(loaded.state.track(), "complaint");
        EXPECT_EQ(loaded.state.main_state(desk.office.now()), procedure::MainState::received);
        const auto clocks = loaded.state.clocks(desk.office.today());
        ASSERT_EQ(clocks.size(), 1U);
        EXPECT_EQ(clocks[0].code, "CPL_ACCEPT");
        EXPECT_EQ(clocks[0].due.str(), "2026-11-25") << "seven working days from the day after receipt";
        const auto facts = cases::facts_of(loaded.state);
        EXPECT_EQ(facts.cause, std::string_view(kind) == "report" ? "举报" : "购买的核桃霉变，要求退货")
            << "who reports is kept secret (第三十七条)";
        EXPECT_EQ(facts.source, std::string_view(kind) == "report" ? "report" : "complaint");
        EXPECT_EQ(facts.source_no, "12315-2026-990101-000777");
        EXPECT_TRUE(desk.cases.projections[settled->outcome.case_no].open);
    }
    const auto handler = open("zhou-min", "complaint");
    ASSERT_TRUE(handler) << handler.error().message;
    ASSERT_TRUE(handler->refusal);
    EXPECT_EQ(handler->refusal->code, "not_authorised");
}

TEST_F(Complaint, OnlyItsOwnActsAreOpen) {
    const auto settled = open("bai-lu", "complaint");
    ASSERT_TRUE(settled && !settled->refusal);
    const auto loaded = load(settled->outcome.case_no);
    std::vector<std::string> open_now;
    for (const auto& act : loaded.state.open_acts(desk.office.now()))
        if (act.phase == "complaint") open_now.push_back(act.act);
    EXPECT_EQ(open_now, (std::vector<std::string>{"request_identity", "accept_complaint", "refuse_complaint",
                                                  "report_violation_seen"}));
    const auto form =
        acts::form_of_act(desk.office, desk.viewer("bai-lu"), settled->outcome.case_no, "refuse_complaint");
    ASSERT_TRUE(form) << form.error().message;
    const auto* ground = form->type->field("ground");
    ASSERT_NE(ground, nullptr);
    EXPECT_EQ(ground->choices.size(), 7U) << "the closed list of 第十六条";
}

TEST_F(Complaint, IsToldFromReceiptToAgreement) {
    const auto no = demo::seed_case(desk.office, desk.clock, desk.directory.organisation,
                                    scenario("procedure-03-complaint-mediated.json"),
                                    {.bytes = "\x89PNG\r\n\x1a\n", .name_ending = ".png"});
    ASSERT_TRUE(no) << no.error().message;
    const auto loaded = load(*no);
    EXPECT_EQ(loaded.state.main_state(desk.office.now()), procedure::MainState::agreed);
    EXPECT_FALSE(desk.cases.projections[*no].open);
}

TEST_F(Complaint, AnotherProcedureIsNotOpenedAtTheCounter) {
    for (const char* procedure : {"summary", "fast", ""}) {
        const auto clue = acts::NewClue::from(
            Object{
                {"procedure", procedure                                     },
                {"party",     Object{{"kind", "person"}, {"name", "冯启明"}}},
                {"data",      Object{}                                      }
        },
            desk.viewer("bai-lu"));
        ASSERT_FALSE(clue);
        EXPECT_EQ(clue.error().code, "unknown_choice");
        EXPECT_EQ(clue.error().field, "procedure");
    }
}
