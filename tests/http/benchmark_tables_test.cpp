#include <fmt/format.h>

#include <fstream>
#include <iterator>

#include "system/clock.hpp"
#include "world.hpp"

namespace http_test {

namespace {

using base::List;
using base::Object;
using base::Value;

std::string example() {
    std::ifstream file(std::string(ZHIHENG_SOURCE_DIR) + "/tests/benchmark/example.csv");
    return std::string(std::istreambuf_iterator<char>(file), {});
}

std::string today() {
    return systems::WallClock().now().date().str();
}

Answer send_file(Officer& officer, const std::string& target, std::string_view bytes) {
    return officer.send("POST", target,
                        {
                            {"Content-Type", "application/octet-stream"}
    },
                        bytes);
}

std::string import_target(std::string_view from, std::string_view more = "") {
    return fmt::format("/api/benchmark-tables?name=a.csv&title=%E5%9F%BA%E5%87%86&from={}{}", from, more);
}

std::string draft_of(Officer& officer, const std::string& more = "") {
    const Answer made = send_file(officer, import_target(today(), more), example());
    EXPECT_EQ(made.status, 201) << made.words();
    return "/api/benchmark-tables/" + std::string(made.body.text("id"));
}

// Every subject said to be its first proposal, or left as it is when nothing is proposed any more.
Answer map_all(Officer& officer, const std::string& target) {
    const Answer now = officer.get(target);
    List items;
    for (const Value& subject : now.body.list("subjects")) {
        const auto& candidates = subject.list("candidates");
        items.push_back(Object{
            {"subject", subject["subject"]                                               },
            {"item",    candidates.empty() ? subject["item"] : candidates.front()["item"]}
        });
    }
    return officer.put(target + "/items", Object{
                                              {"lock",  now.body["lock"]},
                                              {"items", std::move(items)}
    });
}

Answer sign(const char* account, const std::string& target, const char* action,
            const char* opinion = "同意") {
    return World::get().officer(account).post(target + "/" + action, Object{
                                                                         {"opinion", opinion}
    });
}

Value decision_request() {
    return Object{
        {"violation_id",  "food.expired"                                                       },
        {"jurisdiction",  "990101"                                                             },
        {"act_end",       today()                                                              },
        {"decision_on",   today()                                                              },
        {"actor",         Object{{"kind", "entity"}}                                           },
        {"facts",         Object{{"goods_value", "300"}}                                       },
        {"circumstances", List{Object{{"code", "removed_harm"}, {"evidence_ids", List{"ZJ1"}}}}}
    };
}

}  // namespace

// From the file to the decision: nothing by halves, two persons beside the drafter, then in force for good.
TEST(BenchmarkTables, GoFromTheFileToTheDecision) {
    Officer& drafter = World::get().officer("songyan");
    const Answer before = drafter.post("/api/discretion", decision_request());
    EXPECT_EQ(before.body["band"].text("max"), "65000.00") << before.words();

    std::string broken = example();
    broken.replace(broken.find("6万元以下"), std::string("6万元以下").size(), "６万元以下");
    const Answer refused = send_file(drafter, import_target(today()), broken);
    EXPECT_EQ(refused.status, 422) << refused.words();
    EXPECT_EQ(refused.body.list("problems").front().integer("row"), 3);
    EXPECT_EQ(refused.body.list("problems").front().text("column"), "裁量标准");
    EXPECT_TRUE(drafter.get("/api/benchmark-tables").body.list("tables").empty());

    const Answer seen = send_file(drafter, "/api/benchmark-tables/preview?name=a.csv", example());
    EXPECT_EQ(seen.status, 200) << seen.words();
    EXPECT_TRUE(seen.body.list("problems").empty());
    EXPECT_EQ(seen.body.list("lines").size(), 5u);

    const std::string target = draft_of(drafter);
    EXPECT_EQ(sign("songyan", target, "submit").code(), "not_mapped");
    EXPECT_EQ(map_all(drafter, target).status, 200);
    const Answer checked = drafter.get(target + "/check");
    EXPECT_TRUE(checked.body.list("faults").empty()) << checked.words();
    EXPECT_FALSE(checked.body.list("differences").empty());
    EXPECT_EQ(sign("songyan", target, "submit").status, 200);
    EXPECT_EQ(map_all(drafter, target).code(), "version_settled");
    EXPECT_EQ(sign("songyan", target, "approve").status, 403);
    EXPECT_EQ(sign("jiangxue", target, "approve").status, 403);
    EXPECT_EQ(sign("chenggang", target, "approve").status, 404);
    EXPECT_EQ(sign("luping", target, "approve").body.text("state"), "waiting");
    EXPECT_EQ(sign("luping", target, "approve").status, 403);
    EXPECT_EQ(drafter.post("/api/discretion", decision_request()).body["band"].text("max"), "65000.00");
    const Answer approved = sign("fangzheng", target, "approve");
    EXPECT_EQ(approved.body.text("state"), "in_force") << approved.words();

    const Answer after = World::get().officer("zhoumin").post("/api/discretion", decision_request());
    EXPECT_EQ(after.body["band"].text("max"), "60000.00") << after.words();
    EXPECT_EQ(after.body["benchmark"].integer("line"), 3);
    EXPECT_EQ(World::get().officer("chenggang").get(target).status, 200);
    EXPECT_EQ(sign("songyan", target, "withdraw").code(), "version_settled");
    EXPECT_EQ(World::get().officer("zhoumin").get(target + "/file?format=csv").status, 200);
    EXPECT_EQ(World::get().officer("zhoumin").get(target + "/file?format=pdf").status, 400);

    // The same day again would replace what is in force; the next version needs a later day.
    const std::string table = std::string(drafter.get(target).body.text("table"));
    const std::string next = draft_of(drafter, "&table=" + table);
    EXPECT_EQ(send_file(drafter, import_target(today(), "&table=" + table), example()).code(),
              "version_open");
    EXPECT_EQ(map_all(drafter, next).status, 200);
    EXPECT_EQ(sign("songyan", next, "submit").code(), "day_passed");
    EXPECT_EQ(sign("songyan", next, "withdraw").body.text("state"), "withdrawn");
}

TEST(BenchmarkTables, AreReturnedWithAReasonAndSignedAnew) {
    Officer& drafter = World::get().officer("jiangxue");
    const std::string target = draft_of(drafter);
    EXPECT_EQ(map_all(drafter, target).status, 200);
    EXPECT_EQ(sign("jiangxue", target, "submit").status, 200);
    EXPECT_EQ(sign("luping", target, "approve").status, 200);
    EXPECT_EQ(sign("fangzheng", target, "return", "").code(), "missing_field");
    EXPECT_EQ(sign("fangzheng", target, "return", "与上级基准不符").body.text("state"), "draft");
    EXPECT_EQ(sign("jiangxue", target, "submit").status, 200);
    EXPECT_EQ(sign("fangzheng", target, "approve").body.text("state"), "waiting");
    EXPECT_EQ(sign("jiangxue", target, "withdraw").body.text("state"), "withdrawn");
    EXPECT_EQ(drafter.get(target).body.list("signatures").size(), 6u);
}

TEST(BenchmarkTables, RefuseBadInputWithAFieldAndKeepNothing) {
    Officer& drafter = World::get().officer("songyan");
    const auto count = drafter.get("/api/benchmark-tables").body.list("tables").size();
    struct Row {
        const char* why;
        const char* account;
        std::string target, bytes;
        int status;
        const char* code;
    };
    const std::string good = import_target(today());
    const Row table[] = {
        {"not the one who drafts", "zhoumin", good, example(), 403, "not_permitted"},
        {"an administrator", "baiyu", good, example(), 403, "not_permitted"},
        {"no title", "songyan", "/api/benchmark-tables?name=a.csv&from=2099-01-01", example(), 400,
         "missing_field"},
        {"no such day", "songyan", import_target("2026-02-30"), example(), 400, "bad_date"},
        {"no such table", "songyan", import_target(today(), "&table=x"), example(), 404, "not_found"},
        {"another parameter", "songyan", import_target(today(), "&colour=red"), example(), 400,
         "unknown_field"},
        {"empty", "songyan", good, "", 400, "file_empty"},
        {"no headings", "songyan", good, "a,b\n", 422, "table_unread"},
        {"broken bytes", "songyan", good, "违法行为\n\xff", 400, "bad_encoding"},
        {"a workbook called csv", "songyan", good, "PK\x03\x04", 400, "name_is_not_content"},
        {"5 MiB", "songyan", good, std::string(5u << 20u, 'x'), 413, "body_too_large"},
    };
    for (const Row& row : table) {
        SCOPED_TRACE(row.why);
        const Answer answer = send_file(World::get().officer(row.account), row.target, row.bytes);
        EXPECT_EQ(answer.status, row.status) << answer.words();
        if (row.status != 413) {
            EXPECT_EQ(answer.code(), row.code) << answer.words();
        }
        EXPECT_FALSE(answer.body.text("detail").empty());
    }
    EXPECT_EQ(drafter.get("/api/benchmark-tables").body.list("tables").size(), count);
}

}  // namespace http_test
