#include "panels/meeting.hpp"

#include <gtest/gtest.h>

namespace panels {

namespace {

Vote says(std::string person, std::string view) {
    return {std::move(person), std::move(view), {}, *base::Instant::parse("2026-04-17T09:00:00+08:00")};
}

Meeting meeting() {
    return {
        .id = "m",
        .version = 3,
        .agency = "990101",
        .held_at = *base::Instant::parse("2026-04-17T09:00:00+08:00"),
        .place = "三楼会议室",
        .chair = "chief",
        .recorder = "clerk",
        .prepared_by = "clerk",
        .members = {"chief", "a", "b", "c"},
        .present = {"chief", "a", "b"},
        .attending = {"宋岩"},
        .status = "open",
        .items = {{.case_no = "990101-2026-000001", .cause = "案由", .party_name = "当事人"}},
        .created_at = *base::Instant::parse("2026-04-16T09:00:00+08:00"),
        .updated_at = *base::Instant::parse("2026-04-16T09:00:00+08:00")
    };
}

TEST(Meeting, OnlyWhoWasCalledAndWhoKeepsItSeesIt) {
    EXPECT_EQ(meeting().people(), (std::vector<std::string>{"chief", "a", "b", "c", "clerk"}));
}

TEST(Meeting, TheChairSpeaksLast) {
    const Meeting m = meeting();
    const struct {
        const char* why;
        std::vector<Recusal> recused;
        std::vector<Vote> votes;
        std::vector<std::string> open;
    } table[] = {
        {"nobody has spoken",          {},              {},                                                               {"a", "b"}},
        {"one is left",                {},              {says("b", "agree")},                                             {"a"}     },
        {"then the chair",             {},              {says("b", "agree"), says("a", "against")},                       {"chief"} },
        {"the recused does not speak", {{"a", "亲属"}}, {says("b", "agree")},                                             {"chief"} },
        {"all have spoken",            {},              {says("b", "agree"), says("a", "agree"), says("chief", "agree")}, {}        },
    };
    for (const auto& row : table) {
        SCOPED_TRACE(row.why);
        Item item = m.items.front();
        item.recused = row.recused;
        item.votes = row.votes;
        EXPECT_EQ(m.still_to_speak(item), row.open);
    }
}

TEST(Meeting, AMajorityIsMoreThanHalf) {
    const struct {
        const char* why;
        std::vector<Vote> votes;
        std::optional<std::string> result;
    } table[] = {
        {"all agree",                                              {says("a", "agree"), says("b", "agree")},                       "agree"     },
        {"one dissents",                                           {says("a", "agree"), says("b", "against"), says("c", "agree")}, "agree"     },
        {"half is no majority",                                    {says("a", "agree"), says("b", "against")},                     std::nullopt},
        {"most want a change",                                     {says("a", "change"), says("b", "change"), says("c", "agree")}, "change"    },
        {"most are against: what instead is for the chair to say",
         {says("a", "against"), says("b", "against")},
         std::nullopt                                                                                                                          },
        {"nobody",                                                 {},                                                             std::nullopt},
    };
    for (const auto& row : table) {
        SCOPED_TRACE(row.why);
        EXPECT_EQ(result_of_majority({.case_no = {}, .cause = {}, .party_name = {}, .votes = row.votes}),
                  row.result);
    }
}

TEST(Meeting, WhatIsKeptIsReadAgain) {
    Meeting m = meeting();
    m.items.front().recused = {
        {"a", "与当事人有近亲属关系"}
    };
    m.items.front().votes = {says("b", "against")};
    m.items.front().votes.front().note = "证据不足";
    m.items.front().course = "汇报";
    m.items.front().party = "p2";
    m.items.front().purpose = "extension";
    const auto read = meeting_of(row_of(m));
    ASSERT_TRUE(read);
    EXPECT_EQ(row_of(*read).body, row_of(m).body);
    EXPECT_EQ(read->voters(read->items.front()), (std::vector<std::string>{"chief", "b"}));
    EXPECT_EQ(read->items.front().votes.front().note, "证据不足");
    EXPECT_EQ(read->items.front().party, "p2");
    EXPECT_EQ(read->items.front().purpose, "extension");
    EXPECT_EQ(read->version, 3);
}

TEST(Meeting, AnItemKeptBeforePurposesWereNamedIsAboutTheDecision) {
    ports::MeetingRow row = row_of(meeting());
    base::Object body = row.body.object();
    base::Object item = row.body.list("items").front().object();
    base::Object older;
    for (const auto& [name, value] : item)
        if (name != "purpose" && name != "party") older.set(name, value);
    body.set("items", base::List{std::move(older)});
    row.body = std::move(body);
    const auto read = meeting_of(row);
    ASSERT_TRUE(read);
    EXPECT_EQ(read->items.front().purpose, "decision");
    EXPECT_EQ(read->items.front().party, "");
}

}  // namespace

}  // namespace panels
