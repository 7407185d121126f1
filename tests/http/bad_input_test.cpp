#include <fmt/format.h>

#include <thread>

#include "world.hpp"

namespace http_test {

namespace {

base::Value case_with(std::string_view path, base::Value value) {
    base::Value body = new_case_body();
    base::Object* object = body.as_object();
    for (auto dot = path.find('.'); dot != std::string_view::npos; dot = path.find('.')) {
        object = object->find(path.substr(0, dot))->as_object();
        path.remove_prefix(dot + 1);
    }
    object->set(path, std::move(value));
    return body;
}

base::Value note(std::string_view text) {
    return base::Object{
        {"act",  "note"                      },
        {"data", base::Object{{"text", text}}}
    };
}

}  // namespace

TEST(BadInput, ANewCaseIsRefusedWithWordsAndField) {
    struct Row {
        const char* why;
        base::Value body;
        const char* field;
    };
    const Row table[] = {
        {"unknown field", case_with("data.colour", "red"), "data.colour"},
        {"unknown member", case_with("colour", "red"), "colour"},
        {"wrong type", case_with("data.content", 7), "data.content"},
        {"unknown choice", case_with("data.source", "dream"), "data.source"},
        {"no such day", case_with("data.found_on", "2026-02-30"), "data.found_on"},
        {"not a day", case_with("data.found_on", "yesterday"), "data.found_on"},
        {"missing", case_with("data.content", base::Value()), "content"},
        {"too long", case_with("data.content", std::string(3'000'000 / 4, 'x')), "data.content"},
        {"unknown procedure", case_with("procedure", "quick"), "procedure"},
        {"unknown kind of party", case_with("party.kind", "ghost"), "party.kind"},
        {"no name", case_with("party.name", ""), "party.name"},
        {"instant in the future", case_with("at", "2099-01-01T00:00:00+08:00"), "at"},
        {"instant without offset", case_with("at", "2026-01-01T00:00:00"), "at"},
    };
    Officer& officer = World::get().officer("zhoumin");
    const auto before = officer.get("/api/cases?list=all&limit=200").body.list("cases").size();
    for (const Row& row : table) {
        SCOPED_TRACE(row.why);
        const Answer answer = officer.post("/api/cases", row.body);
        EXPECT_TRUE(answer.status == 400 || answer.status == 422) << answer.words();
        EXPECT_EQ(answer.body.text("field"), row.field) << answer.words();
        EXPECT_FALSE(answer.body.text("detail").empty());
    }
    EXPECT_EQ(officer.get("/api/cases?list=all&limit=200").body.list("cases").size(), before);
}

TEST(BadInput, ABodyThatIsNoJsonIsRefused) {
    Officer& officer = World::get().officer("zhoumin");
    struct Row {
        const char* why;
        std::string body;
        const char* type;
        int status;
    };
    const Row table[] = {
        {"empty", "", "application/json", 400},
        {"cut", "{\"party\":", "application/json", 400},
        {"broken UTF-8", "{\"procedure\":\"\xff\xfe\"}", "application/json", 400},
        {"a list", "[]", "application/json", 400},
        {"member twice", "{\"procedure\":\"ordinary\",\"procedure\":\"ordinary\"}", "application/json", 400},
        {"deep", std::string(500, '[') + std::string(500, ']'), "application/json", 400},
        {"not declared", "{}", "text/plain", 415},
        {"100 MB", std::string(100'000'000, 'x'), "application/json", 413},
    };
    for (const Row& row : table) {
        SCOPED_TRACE(row.why);
        const Answer answer = officer.send("POST", "/api/cases",
                                           {
                                               {"Content-Type", row.type}
        },
                                           row.body);
        EXPECT_EQ(answer.status, row.status) << answer.words();
        EXPECT_FALSE(answer.body.text("detail").empty());
    }
}

TEST(BadInput, AmountsAreDecimalYuan) {
    Officer& officer = World::get().officer("zhoumin");
    const std::string no = World::get().open_case();
    for (const char* amount : {"1,16.7", "-3", "1e3", "0.001", "３元", "", "99999999999999999999"}) {
        SCOPED_TRACE(amount);
        const Answer answer =
            officer.post("/api/cases/" + no + "/acts/check",
                         base::Object{
                             {"act",  "determine_gains"                                        },
                             {"data", base::Object{{"amount", amount}, {"uncomputable", false}}}
        });
        EXPECT_TRUE(answer.status == 400 || answer.status == 422 || answer.body.has("refusal"))
            << answer.words();
    }
}

TEST(BadInput, PathsAndMethodsThatDoNotExist) {
    Officer& officer = World::get().officer("zhoumin");
    EXPECT_EQ(officer.get("/api/nothing").status, 404);
    EXPECT_EQ(officer.get("/api/cases/990101-2026-999999").status, 404);
    EXPECT_EQ(officer.get("/api/cases/%27%20OR%201=1").status, 404);
    EXPECT_EQ(officer.get("/api/documents/..%2f..%2fetc/pdf").status, 404);
    EXPECT_EQ(officer.send("DELETE", "/api/cases").status, 405);
    EXPECT_EQ(officer.get("/api/cases?limit=0").status, 400);
    EXPECT_EQ(officer.get("/api/cases?limit=x").status, 400);
    EXPECT_EQ(officer.get("/api/cases?list=theirs").status, 400);
    EXPECT_LT(officer.get("/api/cases?after=nonsense").status, 500);
    EXPECT_EQ(officer
                  .post("/api/cases/" + World::get().open_case() + "/acts",
                        base::Object{
                            {"act",  "fly"         },
                            {"data", base::Object()}
    })
                  .status,
              400);
}

TEST(Repeats, TheSameRequestTwiceRecordsOnce) {
    Officer& officer = World::get().officer("zhoumin");
    const std::string no = World::get().open_case();
    const std::string target = "/api/cases/" + no + "/acts";
    const Answer first = officer.post(target, note("第一次"),
                                      {
                                          {"Idempotency-Key", "k-" + no}
    });
    ASSERT_EQ(first.status, 201) << first.words();
    const Answer again = officer.post(target, note("第一次"),
                                      {
                                          {"Idempotency-Key", "k-" + no}
    });
    EXPECT_EQ(again.status, 201) << again.words();
    EXPECT_EQ(again.body.integer("n"), first.body.integer("n"));
    EXPECT_EQ(officer.get(target).body.items().size(), 2u);
    const Answer other = officer.post(target, note("另一内容"),
                                      {
                                          {"Idempotency-Key", "k-" + no}
    });
    EXPECT_EQ(other.code(), "key_reused") << other.words();
}

TEST(Repeats, AStalePageConflicts) {
    Officer& officer = World::get().officer("zhoumin");
    const std::string target = "/api/cases/" + World::get().open_case() + "/acts";
    EXPECT_EQ(officer
                  .post(target, note("甲"),
                        {
                            {"If-Match", "\"1\""}
    })
                  .status,
              201);
    const Answer stale = officer.post(target, note("乙"),
                                      {
                                          {"If-Match", "\"1\""}
    });
    EXPECT_EQ(stale.status, 409) << stale.words();
    EXPECT_EQ(officer.get(target).body.items().size(), 2u);
}

TEST(Repeats, TwoAtOnceBothEndWell) {
    World& world = World::get();
    const std::string target = "/api/cases/" + world.open_case() + "/acts";
    Officer first(world.port(), "zhoumin");
    Officer second(world.port(), "zhoumin");
    constexpr int rounds = 10;
    const auto write = [&](Officer& officer) {
        for (int i = 0; i < rounds; ++i) {
            const Answer answer = officer.post(target, note("同时记录"));
            EXPECT_TRUE(answer.status == 201 || answer.status == 409) << answer.words();
        }
    };
    std::thread other([&] { write(second); });
    write(first);
    other.join();
    const Answer verification =
        world.officer("zhoumin").get(target.substr(0, target.rfind('/')) + "/verification");
    EXPECT_TRUE(verification.body.truth("ok")) << verification.words();
}

TEST(Session, EndsWhenSignedOut) {
    Officer officer(World::get().port(), "hefeng");
    EXPECT_EQ(officer.get("/api/session").status, 200);
    EXPECT_EQ(officer.send("DELETE", "/api/session").status, 204);
    EXPECT_EQ(officer.get("/api/cases").status, 401);
}

TEST(Session, WrongPasswordsLockTheAccountForAWhile) {
    http::Client client("127.0.0.1", World::get().port());
    int status = 0;
    for (int i = 0; i < 12 && status != 429; ++i) {
        const auto response = client.send("POST", "/api/session",
                                          {
                                              {"Content-Type", "application/json"}
        },
                                          R"({"account":"handong","password":"wrong"})");
        ASSERT_TRUE(response);
        status = response->status;
        EXPECT_TRUE(status == 401 || status == 429 || status == 403) << status;
    }
    const auto right = client.send("POST", "/api/session",
                                   {
                                       {"Content-Type", "application/json"}
    },
                                   R"({"account":"handong","password":"Zhiheng-2026"})");
    EXPECT_NE(right->status, 200);
}

}  // namespace http_test
