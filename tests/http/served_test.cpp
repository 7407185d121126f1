#include <fmt/format.h>

#include "json/json.hpp"
#include "world.hpp"

namespace http_test {

namespace {

http::Response ask(std::string_view target, const base::Value& body, http::Pairs headers = {}) {
    headers.emplace_back("Content-Type", "application/json");
    http::Client client("127.0.0.1", World::get().port());
    const auto answer = client.send("POST", target, headers, json::write(body));
    EXPECT_TRUE(answer) << target;
    return answer ? *answer : http::Response{};
}

}  // namespace

// Nobody is signed in here, so anything may come.
TEST(Served, StrangersWithoutALinkLearnNothingAndBreakNothing) {
    const std::string link(32, 'a'), long_text(100'000, 'a');
    const struct {
        const char* why;
        const char* target;
        base::Value body;
        int status;
    } table[] = {
        {"a link nobody made",         "/api/served",       base::Object{{"link", link}},                     404},
        {"opened with any code",       "/api/served/open",  base::Object{{"link", link}, {"code", "123456"}}, 404},
        {"another code for it",        "/api/served/code",  base::Object{{"link", link}},                     404},
        {"its paper",                  "/api/served/paper", base::Object{{"link", link}, {"key", link}},      404},
        {"no link",                    "/api/served",       base::Object{},                                   400},
        {"a number for a link",        "/api/served",       base::Object{{"link", 7}},                        400},
        {"a list",                     "/api/served",       base::List{},                                     400},
        {"a member that is not there", "/api/served",       base::Object{{"link", link}, {"admin", true}},    400},
        {"a hundred thousand letters", "/api/served",       base::Object{{"link", long_text}},                413},
        {"a link that is a path",      "/api/served",       base::Object{{"link", "../../../../etc/passwd"}}, 404},
        {"a link that is SQL",         "/api/served",       base::Object{{"link", "' OR '1'='1"}},            404},
    };
    for (const auto& row : table) {
        SCOPED_TRACE(row.why);
        const auto answer = ask(row.target, row.body);
        EXPECT_EQ(answer.status, row.status) << answer.body;
        EXPECT_EQ(answer.body.find(link), std::string::npos) << "an answer does not repeat the link";
    }
}

// 行政处罚法 第六十一条第二款: the demonstration's papers have no consent; the refusal says what to do.
TEST(Served, WithoutAConsentNothingIsSent) {
    Officer& zhou = World::get().officer("zhoumin");
    const std::string no = World::get().open_case();
    const Answer papers = zhou.get("/api/cases/" + no + "/documents");
    ASSERT_FALSE(papers.body.items().empty());
    const std::string target =
        fmt::format("/api/documents/{}/electronic-service", papers.body.items().front().text("id"));
    const Answer offer = zhou.get(target);
    EXPECT_EQ(offer.status, 200) << offer.words();
    EXPECT_FALSE(offer.body["refusal"].text("basis").empty()) << offer.words();
    const Answer sent = zhou.post(target, base::Object{
                                              {"account", "a@example.cn"}
    });
    EXPECT_EQ(sent.status, 422) << sent.words();
    EXPECT_FALSE(sent.body.text("basis").empty());
    EXPECT_EQ(zhou.post(target,
                        base::Object{
                            {"account", "a@example.cn"},
                            {"bcc",     "x"           }
    })
                  .status,
              400);
    EXPECT_EQ(zhou.post(target, base::Object{}).status, 400);
    const Answer keyless = zhou.send("POST", target,
                                     {
                                         {"Content-Type", "application/json"}
    },
                                     R"({"account":"a@example.cn"})");
    EXPECT_EQ(keyless.status, 400) << "a broken line would send it twice: " << keyless.words();
}

// A genuine paper is told with the day that is printed on it, whenever its sheets were drawn.
TEST(Checked, ThePaperBearsItsOwnDay) {
    Officer& zhou = World::get().officer("zhoumin");
    const std::string no = "990101-2024-000001";
    const Answer papers = zhou.get("/api/cases/" + no + "/documents");
    std::string id, number;
    for (const base::Value& paper : papers.body.items())
        if (paper.text("document") == "penalty_decision") {
            id = paper.text("id");
            number = paper.text("number");
        }
    ASSERT_FALSE(id.empty()) << papers.words().substr(0, 300);
    ASSERT_EQ(zhou.get("/api/documents/" + id + "/pdf").status, 200);
    std::string day;
    const Answer acts = zhou.get("/api/cases/" + no + "/acts");
    for (const base::Value& act : acts.body.items())
        if (act.text("act") == "decide") day = std::string(act.text("at")).substr(0, 10);
    http::Client client("127.0.0.1", World::get().port());
    const auto told = client.send("GET", "/api/check?code=" + id.substr(0, 12), {}, "");
    ASSERT_TRUE(told);
    ASSERT_EQ(told->status, 200) << told->body;
    const base::Value paper = json::parse(told->body).value();
    EXPECT_EQ(paper.text("number"), number);
    EXPECT_EQ(paper.text("made_on"), day);
}

}  // namespace http_test
