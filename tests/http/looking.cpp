#include "looking.hpp"

#include "crypto/sm3.hpp"

namespace http_test {

namespace {

using base::List;
using base::Object;
using base::Value;

void expect_refused(Officer& officer, const std::string& acts, const Object& body, const char* code) {
    const Answer answer = officer.post(acts, body);
    EXPECT_EQ(answer.status, 422) << answer.words();
    EXPECT_EQ(answer.code(), code);
    EXPECT_NE(answer.body.text("detail").find("查看"), std::string::npos) << answer.words();
}

void expect_nothing_else_is_published(Officer& officer, const std::string& acts, const Object& body,
                                      const List& digests) {
    struct Row {
        const char* why;
        List looked_at;
        Object paper;
    };
    const Row table[] = {
        {"one of the texts only",              {digests.front()},      {}                                     },
        {"another text",                       {std::string(64, 'a')}, {}                                     },
        {"what it says was changed meanwhile", digests,                {{"summary", "罚款五千元，没收物品。"}}},
    };
    for (const Row& row : table) {
        SCOPED_TRACE(row.why);
        Object changed = body;
        changed.set("looked_at", row.looked_at);
        if (!row.paper.empty()) changed.set("paper", row.paper);
        expect_refused(officer, acts, changed, "publication_changed");
    }
    Object wrong = body;
    wrong.set("looked_at", "all of it");
    EXPECT_EQ(officer.post(acts, wrong).status, 400);
}

}  // namespace

List look_before_publishing(Officer& officer, const std::string& acts, const Object& body) {
    const Answer shown = officer.post(acts + "/publication", body);
    if (shown.status != 200) return {};  // the act itself is refused by law
    List digests;
    for (const Value& one : shown.body.items()) {
        Object asked = body;
        asked.set("document", one.text("document"));
        const Answer pdf = officer.post(acts + "/publication", asked);
        EXPECT_EQ(crypto::sm3_hex(pdf.body.as_string() ? *pdf.body.as_string() : ""), one.text("sm3"))
            << "the PDF is the one whose digest is told";
        digests.push_back(one.text("sm3"));
    }
    EXPECT_FALSE(digests.empty()) << "the summary at least, and the decision where there is one";
    expect_refused(officer, acts, body, "publication_not_seen");
    if (digests.size() > 1) expect_nothing_else_is_published(officer, acts, body, digests);
    return digests;
}

void expect_published(Officer& officer, const std::string& acts, const List& digests) {
    const Answer recorded = officer.get(acts);
    ASSERT_FALSE(recorded.body.items().empty()) << recorded.words();
    const Value& act = recorded.body.items().back();
    ASSERT_EQ(act.text("act"), "publish");
    const auto& copies = act["data"].list("copies");
    ASSERT_EQ(copies.size(), digests.size());
    for (std::size_t i = 0; i < copies.size(); ++i) EXPECT_EQ(copies[i].text("sm3"), *digests[i].as_string());
}

}  // namespace http_test
