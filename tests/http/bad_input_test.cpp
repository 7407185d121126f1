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

base::Value detail(const char* name, const char* text) {
    return base::Object{
        {name, text}
    };
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
        {"a day to come", case_with("data.found_on", "2099-01-01"), "data.found_on"},
        {"a year nobody means", case_with("data.found_on", "9999-12-31"), "data.found_on"},
        {"the character NUL", case_with("data.content", std::string("a\0b", 3)), "data.content"},
        {"a bell", case_with("data.content", "甲\a乙"), "data.content"},
        {"a name turned round", case_with("party.name", "某某\u202E公司"), "party.name"},
        {"no region", case_with("party.region", "临江"), "party.region"},
        {"a region of no province", case_with("party.region", "000001"), "party.region"},
        {"a telephone of letters", case_with("party.details", detail("phone", "call me")),
         "party.details.phone"},
        {"a mobile number too long", case_with("party.details", detail("phone", "139000000012")),
         "party.details.phone"},
        {"a postcode too short", case_with("party.details", detail("postcode", "01000")),
         "party.details.postcode"},
        {"no such sex", case_with("party.details", detail("gender", "male")), "party.details.gender"},
        {"born tomorrow", case_with("party.born", "2099-01-01"), "party.born"},
        {"born before anybody alive", case_with("party.born", "1850-01-01"), "party.born"},
        {"missing", case_with("data.content", base::Value()), "data.content"},
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

TEST(BadInput, WhatIsSaidOfThePartyAgreesWithItsCertificate) {
    struct Row {
        const char* why;
        const char* born;
        const char* gender;
        const char* field;
    };
    const Row table[] = {
        {"another day of birth", "1979-03-13", "男", "party.born"          },
        {"the other sex",        "1979-03-12", "女", "party.details.gender"},
    };
    Officer& officer = World::get().officer("zhoumin");
    for (const Row& row : table) {
        SCOPED_TRACE(row.why);
        base::Value body = case_with("party.id_no", "990101197903124016");
        base::Object* party = body.as_object()->find("party")->as_object();
        party->set("born", row.born);
        party->set("details", detail("gender", row.gender));
        const Answer answer = officer.post("/api/cases", body);
        EXPECT_EQ(answer.status, 400) << answer.words();
        EXPECT_EQ(answer.body.text("field"), row.field) << answer.words();
    }
}

TEST(Repeats, AWriteWithoutKeyOrVersionIsRefused) {
    struct Row {
        const char* why;
        http::Pairs headers;
        int status;
        const char* field;
    };
    const Row table[] = {
        {"neither",       {},                                                 428, "If-Match"       },
        {"no key",        {{"If-Match", "\"1\""}},                            400, "Idempotency-Key"},
        {"no version",    {{"Idempotency-Key", "k"}},                         428, "If-Match"       },
        {"not a version", {{"Idempotency-Key", "k"}, {"If-Match", "latest"}}, 400, "If-Match"       },
    };
    Officer& officer = World::get().officer("zhoumin");
    const std::string target = "/api/cases/" + World::get().open_case() + "/acts";
    for (Row row : table) {
        SCOPED_TRACE(row.why);
        row.headers.emplace_back("Content-Type", "application/json");
        const Answer answer =
            officer.send("POST", target, row.headers, R"({"act":"note","data":{"text":"甲"}})");
        EXPECT_EQ(answer.status, row.status) << answer.words();
        EXPECT_EQ(answer.body.text("field"), row.field) << answer.words();
        EXPECT_FALSE(answer.body.text("detail").empty());
    }
    EXPECT_EQ(officer.get(target).body.items().size(), 1u);
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
        EXPECT_EQ(answer.status, 400) << answer.words();
        EXPECT_EQ(answer.body.text("field"), "data.amount") << answer.words();
    }
}

TEST(BadInput, ListsRefuseWhatTheyDoNotKnow) {
    struct Row {
        const char* why;
        const char* target;
        const char* code;
        const char* field;
    };
    const Row table[] = {
        {"unknown parameter",           "/api/cases?list=all&sort=no", "unknown_field",  "sort" },
        {"unknown state",               "/api/cases?state=ASLEEP",     "unknown_choice", "state"},
        {"unknown list",                "/api/cases?list=theirs",      "unknown_choice", "list" },
        {"unknown field of law",        "/api/cases?field=magic",      "unknown_choice", "field"},
        {"half a field of law",         "/api/cases?field=foo",        "unknown_choice", "field"},
        {"due in words",                "/api/cases?due=soon",         "wrong_type",     "due"  },
        {"due before today",            "/api/cases?due=-1",           "wrong_type",     "due"  },
        {"unknown parameter of units",  "/api/units?of=all",           "unknown_field",  "of"   },
        {"unknown parameter of people", "/api/people?unit=1",          "unknown_field",  "unit" },
        {"unknown role",                "/api/people?role=WIZARD",     "unknown_choice", "role" },
    };
    Officer& officer = World::get().officer("zhoumin");
    for (const Row& row : table) {
        SCOPED_TRACE(row.why);
        const Answer answer = officer.get(row.target);
        EXPECT_EQ(answer.status, 400) << answer.words();
        EXPECT_EQ(answer.code(), row.code) << answer.words();
        EXPECT_EQ(answer.body.text("field"), row.field) << answer.words();
    }
    EXPECT_EQ(officer.get("/api/cases?state=CLUE_REGISTERED&q=&limit=1").status, 200);
    EXPECT_EQ(officer.get("/api/cases?list=all&field=food&due=over&unit=s-donghu").status, 200);
    EXPECT_EQ(officer.get("/api/people?role=HANDLER").status, 200);
    const Answer one_letter = World::get().officer("qinyue").get("/api/cases?list=all&q=%E9%A3%9F");
    EXPECT_EQ(one_letter.code(), "text_too_short") << one_letter.words();
}

TEST(BadInput, ADraftMayBeIncompleteButHoldsNoFieldOfItsOwn) {
    struct Row {
        const char* why;
        base::Value body;
        int status;
        const char* field;
    };
    using base::Object;
    const Row table[] = {
        {"empty",                     Object{{"data", Object()}},                   200, ""            },
        {"half typed",                Object{{"data", Object{{"text", ""}}}},       200, ""            },
        {"unknown field",             Object{{"data", Object{{"colour", "red"}}}},  400, "data.colour" },
        {"unknown part of the paper", Object{{"paper", Object{{"colour", "red"}}}}, 400, "paper.colour"},
        {"no group of fields",        Object{{"data", "text"}},                     400, "data"        },
    };
    const std::string target = "/api/cases/" + World::get().open_case() + "/drafts/note";
    for (const Row& row : table) {
        SCOPED_TRACE(row.why);
        const Answer answer = World::get().officer("zhoumin").put(target, row.body);
        EXPECT_EQ(answer.status, row.status) << answer.words();
        EXPECT_EQ(answer.body.text("field"), row.field) << answer.words();
    }
}

TEST(BadInput, AFileThatIsCutOrNotWhatItsNameSaysIsNotTaken) {
    struct Row {
        const char* why;
        const char* name;
        std::string bytes;
        bool whole;
        int status;
        const char* code;
    };
    const std::string text = "这是文字，不是图片";
    const std::string vast("\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\x4e\x20\0\0\x4e\x20\x08\0\0\0\0", 29);
    const Row table[] = {
        {"cut in the middle", "a.png", "\x89PNG\r\n\x1a\n", false, 409, "upload_incomplete"},
        {"text bytes named .png", "a.png", text, true, 400, "name_is_not_content"},
        {"a picture named .pdf", "a.pdf", "\x89PNG\r\n\x1a\n", true, 400, "name_is_not_content"},
        {"a header cut off", "a.png", "\x89PNG\r\n\x1a\n", true, 400, "picture_unreadable"},
        {"20,000 by 20,000", "a.png", vast, true, 413, "picture_too_large"},
        {"a program named .txt", "a.txt", std::string("MZ\x90\0\x03", 5), true, 400, "unknown_media_type"},
    };
    Officer& officer = World::get().officer("zhoumin");
    const std::string no = World::get().open_case();
    for (const Row& row : table) {
        SCOPED_TRACE(row.why);
        const Answer started = officer.post("/api/cases/" + no + "/uploads",
                                            base::Object{
                                                {"name", row.name        },
                                                {"size", row.bytes.size()}
        });
        ASSERT_EQ(started.status, 201) << started.words();
        const std::string upload = "/api/uploads/" + std::string(started.body.text("id"));
        const std::string sent = row.whole ? row.bytes : row.bytes.substr(0, row.bytes.size() / 2);
        EXPECT_EQ(officer.send("PUT", upload + "/chunks/0", {}, sent).status, row.whole ? 200 : 400);
        const Answer answer = officer.post(upload + "/complete", base::Object());
        EXPECT_EQ(answer.status, row.status) << answer.words();
        EXPECT_EQ(answer.code(), row.code) << answer.words();
        EXPECT_NE(answer.body.text("title"), "内容已被他人更新");
    }
    EXPECT_TRUE(officer.get("/api/cases/" + no + "/evidence").body.items().empty());
}

TEST(BadInput, AFileWithAnotherSm3ThanItsSenderSaidIsNotTaken) {
    Officer& officer = World::get().officer("zhoumin");
    const std::string no = World::get().open_case();
    const std::string picture = "\x89PNG\r\n\x1a\n";
    const auto start = [&](const std::string& sm3) {
        return officer.post("/api/cases/" + no + "/uploads",
                            base::Object{
                                {"name", "a.png"       },
                                {"size", picture.size()},
                                {"sm3",  sm3           }
        });
    };
    EXPECT_EQ(start("not a digest").body.text("field"), "sm3");
    const Answer started = start(std::string(64, 'a'));
    ASSERT_EQ(started.status, 201) << started.words();
    const std::string upload = "/api/uploads/" + std::string(started.body.text("id"));
    EXPECT_EQ(officer.send("PUT", upload + "/chunks/0", {}, picture).status, 200);
    const Answer answer = officer.post(upload + "/complete", base::Object());
    EXPECT_EQ(answer.status, 400) << answer.words();
    EXPECT_EQ(answer.code(), "digest_differs") << answer.words();
    EXPECT_TRUE(officer.get("/api/cases/" + no + "/evidence").body.items().empty());
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
    EXPECT_EQ(other.body.text("title"), "请求标识重复使用");
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

TEST(Session, ATokenTheServerDoesNotHoldIsNoSession) {
    http::Client client("127.0.0.1", World::get().port());
    const auto response = client.send("GET", "/api/cases",
                                      {
                                          {"Cookie", "zhiheng_session=" + std::string(64, 'a')}
    });
    ASSERT_TRUE(response);
    EXPECT_EQ(response->status, 401);
    EXPECT_NE(response->body.find("登录已失效"), std::string::npos) << response->body;
}

TEST(Session, SigningInNamesWhatIsWrong) {
    struct Row {
        const char* why;
        const char* body;
        int status;
        const char* words;
    };
    const Row table[] = {
        {"no password",          R"({"account":"zhoumin"})",               400, "请填写"      },
        {"password is a number", R"({"account":"zhoumin","password":7})",  400, "应当是文字"  },
        {"nobody",               R"({"account":"nobody","password":"x"})", 401, "登录没有成功"},
    };
    http::Client client("127.0.0.1", World::get().port());
    for (const Row& row : table) {
        SCOPED_TRACE(row.why);
        const auto response = client.send("POST", "/api/session",
                                          {
                                              {"Content-Type", "application/json"}
        },
                                          row.body);
        ASSERT_TRUE(response);
        EXPECT_EQ(response->status, row.status);
        EXPECT_NE(response->body.find(row.words), std::string::npos) << response->body;
    }
}

}  // namespace http_test
