#include "world.hpp"

namespace http_test {

namespace {

using base::Object;
using base::Value;

Officer& officer(std::string_view account) {
    return World::get().officer(account);
}

Object phrase(Value title, Value words) {
    return {
        {"title", std::move(title)},
        {"words", std::move(words)}
    };
}

Value made(std::string_view account, Object body) {
    const Answer answer = officer(account).post("/api/phrases", std::move(body));
    EXPECT_EQ(answer.status, 201) << answer.words();
    return answer.body;
}

bool is_listed(std::string_view account, const Value& phrase) {
    const Answer library = officer(account).get("/api/phrases");
    for (const Value& row : library.body.list("phrases"))
        if (row.text("id") == phrase.text("id")) return true;
    return false;
}

Object with(Object body, std::string_view name, Value value) {
    body.set(name, std::move(value));
    return body;
}

std::string long_text(int characters) {
    std::string text;
    for (int i = 0; i < characters; ++i) text += "长";
    return text;
}

}  // namespace

TEST(Phrases, AUnitKeepsItsOwnAndSeesItsAgencys) {
    const Value own = made("zhoumin", phrase("从轻的理由", "【当事人】积极配合调查。"));
    const Value common =
        made("songyan", with(phrase("告知用语", "请于五个工作日内提出。"), "of_agency", true));
    const struct {
        const char* why;
        const char* account;
        bool own, common;
    } table[] = {
        {"who made it",                "zhoumin",   true,  true },
        {"a colleague of the station", "hefeng",    true,  true },
        {"the head of the station",    "qianwei",   true,  true },
        {"another station",            "tangli",    false, true },
        {"the legal section",          "songyan",   false, true },
        {"the leader",                 "luping",    false, true },
        {"another district",           "machaoqun", false, false},
        {"the city",                   "qinyue",    false, false},
    };
    for (const auto& row : table) {
        EXPECT_EQ(is_listed(row.account, own), row.own) << row.why;
        EXPECT_EQ(is_listed(row.account, common), row.common) << row.why;
    }
}

TEST(Phrases, WhoMayChangeAndRetire) {
    const Value own = made("zhoumin", phrase("改正情况", "已经改正。"));
    const std::string target = "/api/phrases/" + std::string(own.text("id"));
    const Object changed = with(phrase("改正情况", "【当事人】已经改正。"), "lock", 1);
    EXPECT_EQ(officer("tangli").put(target, changed).status, 404) << "another station";
    EXPECT_EQ(officer("machaoqun").put(target, changed).status, 404) << "another district";
    EXPECT_EQ(officer("hefeng").put(target, changed).code(), "not_permitted") << "a colleague";
    EXPECT_EQ(officer("zhoumin").put(target, changed).status, 200) << "who made it";
    const Answer stale = officer("qianwei").put(target, changed);
    EXPECT_EQ(stale.status, 409) << stale.words();
    EXPECT_EQ(stale.code(), "version_conflict");
    EXPECT_EQ(officer("qianwei")
                  .post(target + "/retire",
                        Object{
                            {"lock", 2}
    })
                  .status,
              200)
        << "the head";
    EXPECT_EQ(officer("zhoumin").put(target, with(changed, "lock", 3)).code(), "already_ended");
    for (const auto& [account, of_agency] : {
             std::pair{"zhoumin", true },
             std::pair{"xujing",  false},
             std::pair{"baiyu",   false},
             std::pair{"luping",  false}
    }) {
        const Answer answer =
            officer(account).post("/api/phrases", with(phrase("甲", "乙"), "of_agency", of_agency));
        EXPECT_EQ(answer.status, 403) << account << answer.words();
    }
}

TEST(Phrases, WhatCannotBeAPhraseIsRefusedWithItsField) {
    const std::size_t before = officer("zhoumin").get("/api/phrases").body.list("phrases").size();
    const struct {
        const char* why;
        Object body;
        const char* code;
        const char* field;
    } table[] = {
        {"no title", phrase("", "乙"), "missing_field", "title"},
        {"a blank title", phrase("　 ", "乙"), "missing_field", "title"},
        {"a title of a hundred and one", phrase(long_text(101), "乙"), "text_too_long", "title"},
        {"a title of two lines", phrase("甲\n乙", "乙"), "control_character", "title"},
        {"a title turned round", phrase("甲\u202E", "乙"), "control_character", "title"},
        {"a title that is a template", phrase("{{ 甲 }}", "乙"), "template_syntax", "title"},
        {"no words", phrase("甲", " \n"), "missing_field", "words"},
        {"a hundred thousand characters", phrase("甲", long_text(100'000)), "text_too_long", "words"},
        {"control characters", phrase("甲", "乙\x01"), "control_character", "words"},
        {"right to left marks", phrase("甲", "乙\u200F"), "control_character", "words"},
        {"an expression", phrase("甲", "{{ agency.name }}"), "template_syntax", "words"},
        {"a command", phrase("甲", "{% if true %}乙{% end %}"), "template_syntax", "words"},
        {"an unknown place", phrase("甲", "【密码】"), "unknown_place", "words"},
        {"a number for a title", phrase(7, "乙"), "wrong_type", "title"},
        {"a list for words", phrase("甲", base::List{"乙"}), "wrong_type", "words"},
        {"an unknown member", with(phrase("甲", "乙"), "node", "s-nanqiao"), "unknown_field", "node"},
        {"words for a truth", with(phrase("甲", "乙"), "of_agency", "yes"), "wrong_type", "of_agency"},
        {"an unknown act", with(phrase("甲", "乙"), "act", "fly"), "unknown_choice", "act"},
        {"a field without its act", with(phrase("甲", "乙"), "field", "paper.facts"), "missing_field", "act"},
        {"a field the act has not", with(with(phrase("甲", "乙"), "act", "note"), "field", "paper.facts"),
         "unknown_choice", "field"},
        {"a field that is no text", with(with(phrase("甲", "乙"), "act", "decide"), "field", "data.penalty"),
         "unknown_choice", "field"},
    };
    for (const auto& row : table) {
        const Answer answer = officer("zhoumin").post("/api/phrases", row.body);
        EXPECT_EQ(answer.status, 400) << row.why << answer.words();
        EXPECT_EQ(answer.code(), row.code) << row.why;
        EXPECT_EQ(answer.body.text("field"), row.field) << row.why << answer.words();
        EXPECT_FALSE(answer.body.text("detail").empty()) << row.why;
    }
    EXPECT_EQ(officer("zhoumin").get("/api/phrases").body.list("phrases").size(), before);
}

// What a phrase says of a case comes from the case, is never read as a template, and goes no further than the
// case.
TEST(Phrases, ArePutInWithTheCasesOwnFacts) {
    Object body = new_case_body().object();
    Object party = body.find("party")->object();
    party.set("name", "【罚款】{{ agency.name }}${HOME}");
    body.set("party", std::move(party));
    const Answer opened = officer("zhoumin").post("/api/cases", body);
    ASSERT_EQ(opened.status, 201) << opened.words();
    const std::string no(opened.body.text("no"));
    const Value everywhere = made("zhoumin", phrase("开头", "【当事人】：<script>${x}😀【罚款大写】"));
    const Value elsewhere =
        made("zhoumin", with(with(phrase("别处", "甲"), "act", "decide"), "field", "paper.facts"));
    const auto ready = [&](std::string_view account, const char* act, Object data) {
        return officer(account).post("/api/cases/" + no + "/phrases",
                                     Object{
                                         {"act",  act            },
                                         {"data", std::move(data)}
        });
    };
    const auto find = [&](const Answer& answer, const Value& phrase) {
        for (const Value& row : answer.body.items())
            if (row.text("id") == phrase.text("id")) return row;
        return Value();
    };
    const Answer noted = ready("zhoumin", "note", {});
    const Value filled = find(noted, everywhere);
    EXPECT_EQ(filled.text("text"), "【罚款】{{ agency.name }}${HOME}：<script>${x}😀＿＿＿＿")
        << noted.words();
    ASSERT_EQ(filled.list("open").size(), 1u);
    EXPECT_TRUE(find(noted, elsewhere).is_null()) << "not of this act";
    const Answer decided =
        ready("zhoumin", "decide",
              Object{
                  {"penalty", Object{{"kinds", base::List{"fine"}}, {"fine", "86000.50"}}}
    });
    EXPECT_EQ(find(decided, everywhere).text("text"),
              "【罚款】{{ agency.name }}${HOME}：<script>${x}😀人民币捌万陆仟元伍角整")
        << decided.words();
    EXPECT_FALSE(find(decided, elsewhere).is_null());
    EXPECT_EQ(ready("machaoqun", "note", {}).status, 404);
    EXPECT_EQ(ready("baiyu", "note", {}).status, 404);
    EXPECT_EQ(officer("zhoumin")
                  .post("/api/cases/" + no + "/phrases",
                        Object{
                            {"data", Object()}
    })
                  .status,
              400);
}

}  // namespace http_test
