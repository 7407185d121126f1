#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "acts/reasoning_draft.hpp"
#include "catalogue/catalogue.hpp"
#include "documents/papers.hpp"
#include "json/json.hpp"
#include "procedure/scenario.hpp"
#include "testing/memory_desk.hpp"

// One file of two parties, one decision each (程序规定 第六十条): what a paper tells the one is nothing of
// the other.
namespace {

using base::List;
using base::Object;
using base::Value;

const books::Books& law() {
    static const auto books = books::load_books(catalogue::Files());
    if (!books) throw std::runtime_error(books.error().message);
    return **books;
}

constexpr int decision_on_first = 14, decision_on_second = 18;
constexpr const char *first = "p1", *second = "p2";

// p1: waived on 24 March, decided on 25 March under 1号, 8000元. p2: defended himself on 27 March, decided on
// 1 April under 2号, 9000元.
procedure::Scenario scenario() {
    std::ifstream file(std::string(ZHIHENG_SOURCE_DIR) +
                       "/tests/scenario/accepted/acts-2-two-parties-one-file.json");
    auto read = procedure::read_scenario(*json::parse(std::string(std::istreambuf_iterator<char>(file), {})));
    if (!read) throw std::runtime_error(read.error().message);
    for (casefile::Act& act : read->acts)
        if (act.party == second && act.data.has("penalty"))
            act.data.as_object()->find("penalty")->as_object()->set("fine", "9000.00");
    return *std::move(read);
}

casefile::Act act_of(std::string type, const char* party, std::string_view at, Object data) {
    return {.type = std::move(type),
            .at = *base::Instant::parse(at),
            .by = {"zhou-min"},
            .party = party,
            .data = std::move(data)};
}

struct PartyPapers : testing::Test {
    testing_office::MemoryDesk desk{
        law(), *demo::Organisation::from(*catalogue::Files().load("demo/organisation.yaml"))};
    std::vector<casefile::Act> acts = scenario().acts;

    // The file as far as these acts go, whatever else the law would ask between them.
    cases::LoadedCase file() {
        const auto viewer = desk.viewer("zhou-min");
        ports::CaseRecord record{.no = "990101-2026-000001",
                                 .agency = viewer.agency,
                                 .node = "s-donghu",
                                 .matter = scenario().matter,
                                 .acts = {}};
        int n = 0;
        for (casefile::Act& act : acts) {
            act.n = ++n;
            record.acts.push_back(
                {.act = act, .signatures = {}, .attachments = {}, .prev_hash = {}, .hash = {}});
        }
        auto state = cases::fold(desk.office.rules.now(), record.matter, record.acts);
        if (!state) throw std::runtime_error(state.error().message);
        return {.record = record,
                .agency = *desk.directory.agency(viewer),
                .staff = *desk.directory.staff(viewer, base::Date::parse("2026-05-01").value()),
                .state = *std::move(state)};
    }

    // What the last of the acts prints, all its papers together.
    std::string printed() {
        const cases::LoadedCase loaded = file();
        documents::Sources sources{
            .office = desk.office, .loaded = loaded, .act = loaded.state.acts().back()};
        const auto row = [&](int n, int no, const char* title, const char* number) {
            if (n >= sources.act.n) return;
            ports::DocumentRow made;
            made.act_n = n;
            made.no = no;
            made.title = title;
            made.number = number;
            made.status = "made";
            made.made_at = loaded.state.acts()[static_cast<std::size_t>(n) - 1].at;
            sources.documents.push_back(made);
        };
        row(9, 37, "行政处罚告知书", "东市监罚告〔2026〕5号");
        row(11, 37, "行政处罚告知书", "东市监罚告〔2026〕6号");
        row(decision_on_first, 45, "行政处罚决定书", "东市监处罚〔2026〕1号");
        row(decision_on_second, 45, "行政处罚决定书", "东市监处罚〔2026〕2号");
        const auto papers = documents::previews(sources);
        EXPECT_TRUE(papers) << papers.error().message;
        std::string text;
        if (papers)
            for (const auto& paper : *papers) text += document::plain_text(paper.document);
        EXPECT_FALSE(text.empty()) << sources.act.type;
        return text;
    }

    std::string printed_after(casefile::Act act) {
        acts.push_back(std::move(act));
        const std::string text = printed();
        acts.pop_back();
        return text;
    }
};

struct Own {
    const char *party, *number, *day, *fine;
    const char *others_number, *others_day, *others_fine;
};
constexpr Own each[] = {
    {first,  "〔2026〕1号", "2026年3月25日", "8000元", "〔2026〕2号", "2026年4月1日",  "9000元"},
    {second, "〔2026〕2号", "2026年4月1日",  "9000元", "〔2026〕1号", "2026年3月25日", "8000元"},
};

void expect_own(const std::string& text, const Own& own, bool with_sum) {
    EXPECT_TRUE(text.contains(own.number)) << text;
    EXPECT_TRUE(text.contains(own.day)) << text;
    EXPECT_TRUE(!with_sum || text.contains(own.fine)) << text;
    for (const char* other : {own.others_number, own.others_day, own.others_fine})
        EXPECT_FALSE(text.contains(other)) << other << text;
}

TEST_F(PartyPapers, OfPerformanceNameTheDecisionOnThatParty) {
    for (const Own& own : each) {
        SCOPED_TRACE(own.party);
        const std::string sum = std::string(own.fine).substr(0, 4) + ".00";
        expect_own(printed_after(act_of("dun", own.party, "2026-05-11T10:00:00+08:00",
                                        {
                                            {"rest",     sum     },
                                            {"late_fee", "240.00"}
        })),
                   own, true);
        const List plan{
            Object{{"due", "2026-09-30"}, {"sum", sum}}
        };
        expect_own(printed_after(act_of("defer", own.party, "2026-04-12T10:00:00+08:00",
                                        {
                                            {"requested_on", "2026-04-10"},
                                            {"written",      true        },
                                            {"hardship",     "资金困难"  },
                                            {"plan",         plan        }
        })),
                   own, true);
    }
}

TEST_F(PartyPapers, OfTheCourtTellTheDunningOfThatParty) {
    acts.push_back(act_of("dun", first, "2026-05-11T10:00:00+08:00",
                          {
                              {"rest",     "8000.00"},
                              {"late_fee", "240.00" }
    }));
    acts.push_back(act_of("dun", second, "2026-05-20T10:00:00+08:00",
                          {
                              {"rest",     "9000.00"},
                              {"late_fee", "270.00" }
    }));
    for (const Own& own : each) {
        SCOPED_TRACE(own.party);
        const std::string text =
            printed_after(act_of("apply_court", own.party, "2026-10-12T10:00:00+08:00",
                                 {
                                     {"court", "临江市城东区人民法院"},
                                     {"rest", std::string(own.fine).substr(0, 4) + ".00"},
                                     {"late_fee", "240.00"}
        }));
        expect_own(text, own, true);
        EXPECT_EQ(text.contains("2026年5月11日"), own.party == each[0].party) << text;
        EXPECT_EQ(text.contains("2026年5月20日"), own.party == each[1].party) << text;
    }
}

// 公示规定 第四条: number, day and content are those of the decision that is made public.
TEST_F(PartyPapers, OfPublicationTellTheDecisionThatIsPublished) {
    const auto sheet = [&](const char* party, int of) {
        return printed_after(act_of("publish", party, "2026-05-11T10:00:00+08:00",
                                    {
                                        {"of",    of          },
                                        {"where", "double"    },
                                        {"on",    "2026-05-11"}
        }));
    };
    expect_own(sheet(first, decision_on_first), each[0], true);
    expect_own(sheet(second, decision_on_second), each[1], true);
    casefile::Act again = acts[decision_on_first - 1];
    again.at = *base::Instant::parse("2026-05-06T10:00:00+08:00");
    again.data.as_object()->find("penalty")->as_object()->set("fine", "7000.00");
    acts.push_back(again);
    const std::string text = sheet(first, decision_on_first);
    expect_own(text, each[0], true);
    EXPECT_FALSE(text.contains("7000元") || text.contains("2026年5月6日")) << text;
}

// 行政处罚法 第四十四条、第四十五条: who was told when, and what he said.
TEST_F(PartyPapers, OfDecisionTellTheNoticeAndTheDefenceOfThatParty) {
    const std::string defence = "不知道原料掺假";
    acts.resize(decision_on_second);
    const std::string of_second = printed();
    for (const char* own : {"〔2026〕6号", "9000元", "2026年3月23日"})
        EXPECT_TRUE(of_second.contains(own)) << own << of_second;
    EXPECT_TRUE(of_second.contains(defence)) << of_second;
    for (const char* proof : {"对严松（", "对关小海（"})
        EXPECT_TRUE(of_second.contains(proof)) << "both were heard about the one violation: " << of_second;
    for (const char* other : {"〔2026〕5号", "8000元", "放弃陈述、申辩", "2026年3月20日"})
        EXPECT_FALSE(of_second.contains(other)) << other << of_second;
    const std::string of_first = printed_after(acts[decision_on_first - 1]);
    for (const char* own : {"〔2026〕5号", "8000元", "2026年3月20日", "放弃陈述、申辩"})
        EXPECT_TRUE(of_first.contains(own)) << own << of_first;
    for (const char* other : {"〔2026〕6号", "9000元", "2026年3月23日", defence.c_str()})
        EXPECT_FALSE(of_first.contains(other)) << other << of_first;
}

// 行政处罚法 第四十五条: each point is answered where the act itself leaves its answers to the re-check.
TEST_F(PartyPapers, DraftTheAnswersOfThatParty) {
    const Value finding = Object{
        {"reasons", Object{{"facts", "事"}, {"law", "法"}, {"tier", "道"}}}
    };
    const cases::LoadedCase loaded = file();
    const auto drafted = [&](int n) {
        casefile::Act act = loaded.state.acts()[static_cast<std::size_t>(n) - 1];
        act.data.as_object()->set("answers", List{});
        return acts::reasoning_draft(desk.office, finding, loaded, act);
    };
    const std::string of_second = drafted(decision_on_second), of_first = drafted(decision_on_first);
    EXPECT_TRUE(
        of_second.contains("当事人提出：不知道原料掺假；本机关不予采纳，理由是：聊天记录证实其知情。"))
        << of_second;
    EXPECT_FALSE(of_first.contains("不知道")) << of_first;
    EXPECT_TRUE(of_first.contains("当事人在法定期限内未提出陈述、申辩。")) << of_first;
}

}  // namespace
