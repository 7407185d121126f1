#include <fmt/format.h>
#include <stdlib.h>
#include <sys/wait.h>

#include <cstdio>
#include <fstream>

#include "json/json.hpp"
#include "world.hpp"

namespace http_test {

namespace {

Answer ask(std::string_view method, std::string_view target, std::string_view body = {}) {
    http::Client client("127.0.0.1", World::get().port());
    const auto response = client.send(method, target,
                                      {
                                          {"Content-Type", "application/json"}
    },
                                      body);
    if (!response) return {};
    Answer answer{.status = response->status, .body = {}};
    if (auto value = json::parse(response->body)) answer.body = std::move(*value);
    return answer;
}

std::string escaped(std::string_view text) {
    std::string target;
    for (const char c : text) target += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    return target;
}

constexpr std::string_view act_of_penalties =
    "# 中华人民共和国行政处罚法\n\n2021年1月22日 修订（节录：第四十四条、第六十二条）\n\n<!-- INFO END "
    "-->\n\n"
    "## 第五章 行政处罚的决定\n\n第四十四条 告知的试验条文。\n\n第六十二条 "
    "未告知的试验条文：\n\n（一）甲；\n\n（二）乙。\n";

// The import as its user runs it, beside the running server.
int import_texts(const std::string& name, std::string_view text) {
    const std::filesystem::path folder = World::get().data() / "texts";
    std::filesystem::create_directories(folder);
    std::ofstream(folder / name, std::ios::binary) << text;
    const std::string line = fmt::format("'{}' catalogue import '{}' --data '{}' >/dev/null 2>&1 </dev/null",
                                         ZHIHENG_PROGRAM, folder.string(), World::get().data().string());
    const int status = std::system(line.c_str());
    std::filesystem::remove_all(folder);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace

TEST(Laws, AnArticleNotHeldSaysSo) {
    const Answer answer = ask("GET", "/api/laws/" + escaped("烟草专卖法") + "/articles/5");
    EXPECT_EQ(answer.status, 404);
    EXPECT_EQ(answer.code(), "text_not_held");
    EXPECT_NE(answer.body.text("detail").find("未收录条文"), std::string::npos);
    const Answer cited = ask("GET", "/api/citations?text=" + escaped("烟草专卖法 第五条"));
    EXPECT_EQ(cited.status, 200);
    EXPECT_FALSE(cited.body.at("cited.0").truth("held"));
}

TEST(Laws, AnImportedTextIsReadByEverybodyForItsDays) {
    ASSERT_EQ(import_texts("行政处罚法(2021-01-22).md", act_of_penalties), 0);
    ASSERT_EQ(import_texts("坏.md", "# 某法\n第二条 甲。"), 1);
    struct Row {
        const char* why;
        std::string target;
        int status;
        const char* words;
    };
    const Row table[] = {
        {"by code", "/api/laws/APL/articles/62", 200, "未告知的试验条文"},
        {"by name", "/api/laws/" + escaped("行政处罚法") + "/articles/62", 200, "未告知的试验条文"},
        {"by its Chinese number", "/api/laws/APL/articles/" + escaped("第六十二条"), 200, "未告知的试验条文"},
        {"before it was in force", "/api/laws/APL/articles/62?on=2021-07-14", 404, "未收录条文"},
        {"on its first day", "/api/laws/APL/articles/62?on=2021-07-15", 200, "未告知的试验条文"},
        {"left out of the excerpt", "/api/laws/APL/articles/63", 404, "未收录条文"},
        {"not a number", "/api/laws/APL/articles/abc", 400, "不是条文"},
        {"not a day", "/api/laws/APL/articles/62?on=2021-02-30", 400, "on"},
        {"a question nobody knows", "/api/laws/APL?day=1", 400, "没有“day”"},
        {"the whole text", "/api/laws/APL", 200, "告知的试验条文"},
        {"all texts", "/api/laws", 200, "行政处罚法"},
        {"what a refusal cites",
         "/api/citations?text=" +
             escaped("行政处罚法 第四十四条、第六十二条第一款第（二）项; 程序规定 第五十七条"),
         200, "未告知的试验条文"},
        {"nothing to read", "/api/citations?text=", 400, "引用文字"},
        {"too much", "/api/citations?text=" + std::string(2001, 'a'), 400, "2000"},
    };
    for (const Row& row : table) {
        SCOPED_TRACE(row.why);
        const Answer answer = ask("GET", row.target);
        EXPECT_EQ(answer.status, row.status) << answer.words();
        EXPECT_NE(answer.words().find(row.words), std::string::npos) << answer.words();
    }
    const Answer cited = ask("GET", table[11].target);
    EXPECT_EQ(cited.body.list("cited").size(), 3U);
    EXPECT_EQ(cited.body.at("cited.1").integer("item"), 2);
    EXPECT_FALSE(cited.body.at("cited.2").truth("held"));
}

TEST(Explorer, SearchesAndDecidesWithoutSignIn) {
    struct Row {
        const char* why;
        const char* method;
        std::string target;
        std::string body;
        int status;
        const char* words;
    };
    const std::string request =
        R"({"violation_id":"food.expired","jurisdiction":"CN","act_start":"2026-03-01","act_end":"2026-03-01",)"
        R"("decision_on":"2026-04-01","actor":{"kind":"entity"},"facts":{)";
    const Row table[] = {
        {"choices", "GET", "/api/explorer", "", 200, "国市监法〔2025〕10号"},
        {"words", "GET", "/api/explorer/items?q=" + escaped("没有健康证"), "", 200, "food.no-health-cert"},
        {"a field", "GET", "/api/explorer/items?field=price&limit=100", "", 200, "price.fraud"},
        {"too many words", "GET", "/api/explorer/items?q=" + std::string(101, 'a'), "", 400, "100 字"},
        {"no limit", "GET", "/api/explorer/items?limit=0", "", 400, "limit"},
        {"an item", "GET", "/api/explorer/items/food.expired", "", 200, "5万元以上10万元以下"},
        {"no item", "GET", "/api/explorer/items/food.none", "", 404, "没有这个违法事项"},
        {"facts are asked for", "POST", "/api/explorer/decide", request + "}}", 200, "goods_value"},
        {"a finding", "POST", "/api/explorer/decide", request + R"("goods_value":"3000"}})", 200,
         "\"ordinary\""},
        {"no such item", "POST", "/api/explorer/decide", R"({"violation_id":"none"})", 400, "detail"},
        {"not an object", "POST", "/api/explorer/decide", "[]", 400, "JSON 对象"},
        {"too long", "POST", "/api/explorer/decide", std::string(20'000, ' '), 413, ""},
    };
    for (const Row& row : table) {
        SCOPED_TRACE(row.why);
        const Answer answer = ask(row.method, row.target, row.body);
        EXPECT_EQ(answer.status, row.status) << answer.words();
        EXPECT_NE(answer.words().find(row.words), std::string::npos) << answer.words();
    }
}

}  // namespace http_test
