#include <fmt/format.h>

#include "json/json.hpp"
#include "world.hpp"

namespace http_test {

namespace {

using base::List;
using base::Object;
using base::Value;

Officer& officer(std::string_view account) {
    return World::get().officer(account);
}

Answer propose(const std::string& no, const char* reason) {
    return officer("zhoumin").post("/api/cases/" + no + "/acts",
                                   Object{
                                       {"act",  "extend_check"                  },
                                       {"data", base::Object{{"reason", reason}}}
    });
}

std::string target_of(const Answer& proposed) {
    EXPECT_EQ(proposed.status, 202) << proposed.words();
    return "/api/proposals/" + std::string(proposed.body["proposal"].text("id"));
}

Answer sign(std::string_view account, const std::string& target, const char* kind) {
    return officer(account).post(target + "/" + kind, Object{
                                                          {"opinion", "同意"}
    });
}

}  // namespace

TEST(Countersign, SeveralUnitsSignBeforeTheLeader) {
    const std::string target = target_of(propose(World::get().open_case(), "需要等待检验结果"));
    const auto ask = [&](std::string_view account, List people) {
        return officer(account).post(target + "/countersigners", Object{
                                                                     {"people", std::move(people)}
        });
    };
    EXPECT_EQ(ask("tangli", {"song-yan"}).status, 403);
    EXPECT_EQ(ask("chenggang", {"song-yan"}).status, 404);
    EXPECT_EQ(ask("zhoumin", {}).status, 400);
    EXPECT_EQ(ask("zhoumin", {"ma-chao"}).code(), "unknown_person");
    EXPECT_EQ(ask("zhoumin", {"zhou-min"}).status, 409);
    EXPECT_EQ(sign("qianwei", target, "approve").status, 200);
    const Answer asked = ask("zhoumin", {"song-yan", "gu-qing"});
    ASSERT_EQ(asked.status, 200) << asked.words();
    EXPECT_EQ(asked.body["waiting_for"].text("label"), "待宋岩会签");
    EXPECT_EQ(sign("luping", target, "approve").status, 403) << "not before the others";
    EXPECT_EQ(sign("songyan", target, "confirm").status, 200);
    EXPECT_EQ(sign("guqing", target, "confirm").status, 200);
    EXPECT_TRUE(sign("luping", target, "approve").body.truth("recorded"));
}

TEST(Return, GoesToTheSignatureThatIsNamed) {
    const std::string target = target_of(propose(World::get().open_case(), "需要等待检验结果"));
    EXPECT_EQ(sign("qianwei", target, "approve").status, 200);
    const auto back = [&](std::string_view account, Value step) {
        return officer(account).post(target + "/return",
                                     Object{
                                         {"reason",  "意见不明确"   },
                                         {"to_step", std::move(step)}
        });
    };
    EXPECT_EQ(back("luping", 1).code(), "unknown_choice") << "his own is no earlier one";
    EXPECT_EQ(back("luping", 9).status, 400);
    EXPECT_EQ(back("luping", "0").status, 400);
    const Answer returned = back("luping", 0);
    ASSERT_EQ(returned.status, 200) << returned.words();
    const Value& step = returned.body["proposal"].list("steps").front();
    EXPECT_FALSE(step.has("signed_at"));
    EXPECT_EQ(step.list("earlier").size(), 1u) << "what was signed can still be read";
    EXPECT_EQ(sign("luping", target, "approve").status, 403);
    EXPECT_EQ(sign("qianwei", target, "approve").status, 200);
    EXPECT_TRUE(sign("luping", target, "approve").body.truth("recorded"));
}

TEST(Return, KeepsBothVersions) {
    const std::string no = World::get().open_case();
    const std::string first = target_of(propose(no, "第一稿的理由"));
    EXPECT_EQ(officer("qianwei")
                  .post(first + "/return",
                        Object{
                            {"reason", "请补充理由"}
    })
                  .status,
              200);
    const std::string second = target_of(propose(no, "第二稿的理由"));
    const Answer seen = officer("qianwei").get(second);
    EXPECT_EQ(seen.body["earlier"]["data"].text("reason"), "第一稿的理由") << seen.words();
    EXPECT_EQ(seen.body["earlier"].text("returned_reason"), "请补充理由");
    EXPECT_EQ(seen.body["data"].text("reason"), "第二稿的理由");
    EXPECT_FALSE(officer("qianwei").get(first).body.has("earlier"));
}

}  // namespace http_test
