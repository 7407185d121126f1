#include <fmt/format.h>

#include "system/clock.hpp"
#include "world.hpp"

namespace http_test {

namespace {

using base::List;
using base::Object;
using base::Value;

Officer& officer(std::string_view account) {
    return World::get().officer(account);
}

std::string day(int from_today) {
    return systems::WallClock().now().date().plus_days(from_today).str();
}

Object paper(const char* principal, const char* person, const char* role, int from, int until) {
    static int number = 0;
    return Object{
        {"principal", principal},
        {"person", person},
        {"role", role},
        {"from", day(from)},
        {"until", day(until)},
        {"paper", fmt::format("东市监授〔2026〕{}号", ++number)},
        {"reason", "外出学习"}
    };
}

Value record(std::string_view account, Object body) {
    const Answer answer = officer(account).post("/api/delegations", std::move(body));
    EXPECT_EQ(answer.status, 201) << answer.words();
    return answer.body;
}

void end(std::string_view account, const Value& grant) {
    const Answer answer = officer(account).post(fmt::format("/api/delegations/{}/end", grant.text("id")),
                                                Object{
                                                    {"reason", "已返回岗位"}
    });
    EXPECT_EQ(answer.status, 200) << answer.words();
    EXPECT_EQ(answer.body.text("state"), "ended");
}

// A longer check of a new clue, proposed by 周敏; with 何峰 beside her when he is to confirm.
std::string proposal(bool with_second) {
    const std::string no = World::get().open_case();
    Object body{
        {"act",  "extend_check"                              },
        {"data", base::Object{{"reason", "需要等待检验结果"}}}
    };
    if (with_second) body.set("by", List{"zhou-min", "he-feng"});
    const Answer proposed = officer("zhoumin").post("/api/cases/" + no + "/acts", body);
    EXPECT_EQ(proposed.status, 202) << proposed.words();
    return "/api/proposals/" + std::string(proposed.body["proposal"].text("id"));
}

Answer sign(std::string_view account, const std::string& target, const char* kind) {
    return officer(account).post(target + "/" + kind, Object{
                                                          {"opinion", "同意"}
    });
}

std::string last_signature_of(const std::string& target) {
    const Answer now = officer("zhoumin").get(target);
    const auto& steps = now.body.list("steps");
    return std::string(steps.back().text("delegation"));
}

}  // namespace

TEST(Delegations, WhoHoldsTheLeadersPowerApprovesUntilItEnds) {
    const std::string first = proposal(false);
    EXPECT_EQ(sign("qianwei", first, "approve").status, 200);
    EXPECT_EQ(sign("songyan", first, "approve").code(), "not_waiting_for_you") << "no grant";

    const Value to_come = record("luping", paper("lu-ping", "song-yan", "LEADER", 1, 5));
    const Answer early = sign("songyan", first, "approve");
    EXPECT_EQ(early.status, 403);
    EXPECT_EQ(early.code(), "delegation_not_in_force") << early.words();
    EXPECT_EQ(early.body.text("basis"), "行政处罚法 第五十七条第一款");
    end("luping", to_come);

    const Value grant = record("baiyu", paper("lu-ping", "song-yan", "LEADER", 0, 3));
    EXPECT_TRUE(officer("songyan").get(first).body.truth("may_i"));
    const Answer approved = sign("songyan", first, "approve");
    EXPECT_TRUE(approved.body.truth("recorded")) << approved.words();
    EXPECT_NE(last_signature_of(first).find(grant.text("paper")), std::string::npos);

    const std::string second = proposal(false);
    EXPECT_EQ(sign("qianwei", second, "approve").status, 200);
    end("luping", grant);
    const Answer late = sign("songyan", second, "approve");
    EXPECT_EQ(late.code(), "delegation_not_in_force") << late.words();
    EXPECT_NE(late.body.text("detail").find("已于"), std::string::npos) << late.words();
    EXPECT_EQ(sign("luping", second, "approve").status, 200);
    EXPECT_EQ(last_signature_of(second), "") << "by his own office";
}

TEST(Delegations, AColleagueConfirmsForTheAbsent) {
    const std::string target = proposal(true);
    EXPECT_EQ(sign("tangli", target, "confirm").status, 403);
    const Value grant = record("luping", paper("he-feng", "tang-li", "HANDLER", 0, 0));
    bool in_inbox = false;
    const Answer inbox = officer("tangli").get("/api/inbox");
    for (const Value& row : inbox.body.list("proposals"))
        in_inbox = in_inbox || target.ends_with(row.text("id"));
    EXPECT_TRUE(in_inbox);
    const Answer confirmed = sign("tangli", target, "confirm");
    EXPECT_EQ(confirmed.status, 200) << confirmed.words();
    EXPECT_EQ(confirmed.body["proposal"].list("by").back().text("id"), "tang-li");
    end("luping", grant);
}

TEST(Delegations, NobodyConfirmsForAnotherWhatIsDoneInPerson) {
    const std::string no = World::get().open_case();
    const Value body = Object{
        {"act",  "start_check"              },
        {"by",   List{"zhou-min", "he-feng"}},
        {"data", base::Object{}             }
    };
    const Answer proposed = officer("zhoumin").post("/api/cases/" + no + "/acts", body);
    ASSERT_EQ(proposed.status, 202) << proposed.words();
    const Value grant = record("luping", paper("he-feng", "shi-lei", "HANDLER", 0, 0));
    const Answer refused =
        sign("shilei", "/api/proposals/" + std::string(proposed.body["proposal"].text("id")), "confirm");
    EXPECT_EQ(refused.code(), "in_person_only") << refused.words();
    EXPECT_EQ(refused.body.text("basis"), "行政处罚法 第四十二条第一款");
    end("shilei", grant);
}

TEST(Delegations, BadPapersAreRefusedByField) {
    const auto with = [](Object body, const char* name, Value value) {
        body.set(name, std::move(value));
        return body;
    };
    const Object good = paper("lu-ping", "song-yan", "LEADER", 0, 3);
    const struct {
        const char* why;
        const char* account;
        Object body;
        int status;
        const char *code, *field;
    } table[] = {
        {"a handler grants nothing", "zhoumin", good, 403, "not_permitted", ""},
        {"the administrator of security", "dujuan", good, 403, "not_permitted", ""},
        {"to oneself", "luping", with(good, "person", "lu-ping"), 403, "not_permitted", "person"},
        {"a unit head grants another's power", "qianwei", good, 403, "not_permitted", "principal"},
        {"nobody of that name", "luping", with(good, "person", "x"), 400, "unknown_person", "person"},
        {"of another district", "luping", with(good, "person", "ma-chao"), 400, "unknown_person", "person"},
        {"a role he does not hold", "luping", with(good, "role", "CHIEF"), 400, "role_not_held", "role"},
        {"the principal leader's power for some days of travel", "luping",
         with(with(good, "principal", "fang-zheng"), "role", "CHIEF"), 400, "not_presiding", "presiding"},
        {"a deputy who presides", "luping", with(good, "presiding", true), 400, "unknown_choice",
         "presiding"},
        {"no such role", "luping", with(good, "role", "KING"), 400, "unknown_choice", "role"},
        {"an administrator", "luping", with(good, "person", "bai-yu"), 400, "not_eligible", "person"},
        {"another unit's officer as its head", "luping",
         with(with(good, "principal", "qian-wei"), "role", "UNIT_HEAD"), 400, "not_eligible", "person"},
        {"yesterday", "luping", with(good, "from", day(-1)), 400, "day_passed", "from"},
        {"ends before it begins", "luping", with(good, "until", day(-1)), 400, "day_passed", "until"},
        {"for years", "luping", with(good, "until", day(800)), 400, "period_too_long", "until"},
        {"30 February", "luping", with(good, "from", "2026-02-30"), 400, "bad_date", "from"},
        {"a day as a number", "luping", with(good, "from", 20260101), 400, "wrong_type", "from"},
        {"no paper", "luping", with(good, "paper", " "), 400, "missing_field", "paper"},
        {"another member", "luping", with(good, "colour", "red"), 400, "unknown_field", "colour"},
    };
    const auto count = officer("luping").get("/api/delegations").body.list("delegations").size();
    for (const auto& row : table) {
        SCOPED_TRACE(row.why);
        const Answer answer = officer(row.account).post("/api/delegations", row.body);
        EXPECT_EQ(answer.status, row.status) << answer.words();
        EXPECT_EQ(answer.code(), row.code) << answer.words();
        EXPECT_EQ(answer.body.text("field"), row.field);
    }
    EXPECT_EQ(officer("luping").get("/api/delegations").body.list("delegations").size(), count);

    const Value grant = record("luping", good);
    EXPECT_EQ(officer("luping").post("/api/delegations", good).code(), "already_granted");
    const std::string target = fmt::format("/api/delegations/{}/end", grant.text("id"));
    EXPECT_EQ(officer("luping")
                  .post(target,
                        Object{
                            {"reason", " "}
    })
                  .code(),
              "missing_field");
    EXPECT_EQ(officer("zhoumin")
                  .post(target,
                        Object{
                            {"reason", "x"}
    })
                  .status,
              403);
    EXPECT_EQ(officer("chenggang")
                  .post(target,
                        Object{
                            {"reason", "x"}
    })
                  .status,
              404);
    end("luping", grant);
    EXPECT_EQ(officer("luping")
                  .post(target,
                        Object{
                            {"reason", "再次"}
    })
                  .code(),
              "already_ended");
}

}  // namespace http_test
