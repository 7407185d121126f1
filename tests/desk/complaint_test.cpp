#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "acts/form_of_act.hpp"
#include "acts/outlook.hpp"
#include "acts/record_act.hpp"
#include "acts/register_clue.hpp"
#include "acts/sign_proposal.hpp"
#include "books/books.hpp"
#include "cases/case_facts.hpp"
#include "cases/evidence_of.hpp"
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

    base::Result<acts::Settled> open(const char* person, const char* kind,
                                     const char* words = "购买的核桃霉变，要求退货", Object more = {}) {
        desk.clock.set(*base::Instant::parse("2026-11-16T09:00:00+08:00"));
        Object data{
            {"received_on",   "2026-11-16"              },
            {"competent_on",  "2026-11-16"              },
            {"kind",          kind                      },
            {"twelve_315_no", "12315-2026-990101-000777"}
        };
        for (auto& [name, value] : more) data.set(name, value);
        const auto clue = acts::NewClue::from(
            Object{
                {"procedure", "complaint"                                                                 },
                {"party",     Object{{"kind", "organisation"}, {"name", "临江市阿满干货店"}}              },
                {"data",      std::move(data)                                                             },
                {"paper",
                 Object{
                     {"facts", words}, {"claim", "退一赔三"}, {"complainant", Object{{"name", "冯启明"}}}}}
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

// 投诉举报处理办法 第九条: what complains and reports in one letter is handled apart, each with its own
// period.
TEST_F(Complaint, ThatIsAlsoAReportIsTwoMatters) {
    const auto settled = open("bai-lu", "both");
    ASSERT_TRUE(settled) << settled.error().message;
    ASSERT_FALSE(settled->refusal) << settled->refusal->message;
    ASSERT_EQ(desk.cases.rows.size(), 2U);
    const auto complaint = load(settled->outcome.case_no);
    const auto facts = cases::facts_of(complaint.state);
    ASSERT_EQ(facts.connections.size(), 1U);
    EXPECT_EQ(facts.connections[0].kind, "letter_report");

    const auto report = load(facts.connections[0].case_no);
    EXPECT_EQ(report.state.track(), "ordinary");
    EXPECT_EQ(report.state.main_state(desk.office.now()), procedure::MainState::clue_registered);
    const auto clocks = report.state.clocks(desk.office.today());
    ASSERT_EQ(clocks.size(), 1U);
    EXPECT_EQ(clocks[0].code, "CLUE_CHECK");
    EXPECT_EQ(clocks[0].due.str(), "2026-12-07") << "fifteen working days from the day after receipt";
    EXPECT_EQ(complaint.state.clocks(desk.office.today())[0].code, "CPL_ACCEPT");
    const auto of_report = cases::facts_of(report.state);
    ASSERT_EQ(of_report.connections.size(), 1U);
    EXPECT_EQ(of_report.connections[0].kind, "letter_complaint");
    EXPECT_EQ(of_report.connections[0].case_no, complaint.record.no);
    EXPECT_EQ(of_report.source, "report");
    EXPECT_EQ(of_report.source_no, "12315-2026-990101-000777");
    EXPECT_EQ(of_report.content, "购买的核桃霉变，要求退货");
    EXPECT_TRUE(report.state.acts().front().data["reporter"].truth("named"));
    EXPECT_FALSE(report.state.acts().front().paper.has("complainant")) << "第三十七条";
}

TEST_F(Complaint, WordsThatNameTheirAuthorStayWithTheComplaint) {
    const auto settled = open("bai-lu", "both", "我是冯启明，核桃霉变");
    ASSERT_TRUE(settled && !settled->refusal);
    const auto facts = cases::facts_of(load(settled->outcome.case_no).state);
    const auto report = cases::facts_of(load(facts.connections.at(0).case_no).state);
    EXPECT_EQ(report.content, "投诉中的举报，内容见同一来件的投诉登记");
}

// The letter is kept once, under the complaint; what the mediation brings is not for the report.
TEST_F(Complaint, AndItsReportHaveOneLetter) {
    const auto settled = open("bai-lu", "both");
    ASSERT_TRUE(settled && !settled->refusal);
    const std::string no = settled->outcome.case_no;
    const std::string report = cases::facts_of(load(no).state).connections.at(0).case_no;
    const auto bring = [&](const char* id) {
        ports::Evidence& file = desk.evidence.rows[id];
        file.id = id;
        file.case_no = no;
        file.added_at = desk.office.now();
    };
    bring("letter");
    desk.clock.set(*base::Instant::parse("2026-11-17T09:00:00+08:00"));
    acts::ActRequest accept{.act = "accept_complaint", .by = {"bai-lu"}};
    accept.data = Object{
        {"told_on", "2026-11-17"}
    };
    const auto proposed = acts::record_act(desk.office, desk.viewer("bai-lu"), no, accept);
    ASSERT_TRUE(proposed) << proposed.error().message;
    const auto made = acts::sign_proposal(desk.office, desk.viewer("qian-wei"), proposed->outcome.proposal,
                                          "approve", "同意");
    ASSERT_TRUE(made && made->recorded);
    desk.clock.set(*base::Instant::parse("2026-11-18T09:00:00+08:00"));
    bring("mediation");
    const auto files = cases::evidence_of(desk.office, desk.viewer("bai-lu"), load(report).record);
    ASSERT_TRUE(files) << files.error().message;
    ASSERT_EQ(files->size(), 1U);
    EXPECT_EQ(files->front().id, "letter");
    EXPECT_TRUE(cases::evidence_to_bind(desk.office, desk.viewer("bai-lu"), load(report).record)->empty())
        << "the main file of a case does not lead to who reported";
    EXPECT_EQ(cases::evidence_of(desk.office, desk.viewer("bai-lu"), load(no).record)->size(), 2U);
    EXPECT_EQ(load(report).state.main_state(desk.office.now()), procedure::MainState::clue_registered)
        << "accepting the complaint settles nothing of the report";
}

TEST_F(Complaint, NobodyTypesTheNumberOfTheOtherMatter) {
    const auto settled = open("bai-lu", "both", "核桃霉变",
                              {
                                  {"letter_with", "990101-2026-000001"}
    });
    ASSERT_FALSE(settled);
    EXPECT_EQ(settled.error().code, "recorded_by_program");
    EXPECT_EQ(settled.error().field, "data.letter_with");
    EXPECT_TRUE(desk.cases.rows.empty()) << "nothing is half done";
}

// The office of the bureau has no head of its own: whoever heads a unit may approve, and the page names them.
TEST_F(Complaint, RegisteredInTheOfficeHasSomebodyToApproveIt) {
    struct Row {
        const char* person;
        std::vector<std::string> heads;
        const char* why;
    };
    const std::vector<Row> rows{
        {"xu-jing", {"qian-wei", "gu-qing"}, "the office has no head, so it waits for any"   },
        {"bai-lu",  {"qian-wei"},            "the station that holds the matter has its head"},
    };
    for (const Row& row : rows) {
        SCOPED_TRACE(row.why);
        const auto settled = open(row.person, "complaint");
        ASSERT_TRUE(settled && !settled->refusal);
        const auto loaded = load(settled->outcome.case_no);
        const auto* accept = desk.office.rules.table.find("accept_complaint");
        std::vector<std::string> heads;
        for (const auto* head : acts::who_approves(loaded, *accept, "UNIT_HEAD", desk.office.today()))
            heads.push_back(head->id);
        EXPECT_EQ(heads, row.heads);
    }
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
