#include "postgres/laws/law_store.hpp"
#include "postgres/testing/bureau.hpp"

using namespace postgres::testing;
using Stored = ports::LawStore::Stored;

namespace {

const base::Instant now = base::Instant::at(day(2026, 11, 21), 9);

ports::LawText text(const std::string& code, base::Date version, const std::string& words = "甲。") {
    ports::LawText law;
    law.version = {.code = code,
                   .title = "试验法",
                   .version_date = version,
                   .from = version,
                   .to = {},
                   .dated_by = "按公布之日",
                   .sm3 = words,
                   .head = base::Object{{"history", base::List{"通过"}}},
                   .articles_count = 1};
    law.articles = {
        {.place = 1,
         .address = "1",
         .title = "第一条",
         .part = "",
         .chapter = "第一章 总则",
         .section = "",
         .paragraphs = base::List{base::Object{{"text", words}, {"items", base::List{}}}}}
    };
    return law;
}

postgres::LawStore store() {
    return {bureau().database->app(), bureau().database->owner()};
}

std::string words_of(const ports::ArticleAnswer& answer) {
    if (!answer.version) return "no text";
    return answer.article ? std::string(answer.article->paragraphs.at("0.text").as_string()
                                            ? *answer.article->paragraphs.at("0.text").as_string()
                                            : "")
                          : "no article";
}

}  // namespace

TEST(LawStore, AnswersWithTheTextOfTheDay) {
    auto laws = store();
    must(laws.put({text("T-DAY", day(2015, 1, 1), "旧。"), text("T-DAY", day(2021, 6, 1), "新。")}, now,
                  false));
    struct Row {
        base::Date on;
        const char* address;
        const char* expected;
    };
    const Row table[] = {
        {day(2014, 12, 31), "1", "no text"   },
        {day(2015, 1,  1),  "1", "旧。"      },
        {day(2021, 5,  31), "1", "旧。"      },
        {day(2021, 6,  1),  "1", "新。"      },
        {day(2026, 1,  1),  "2", "no article"},
    };
    for (const Row& row : table)
        EXPECT_EQ(words_of(must(laws.article("T-DAY", row.address, row.on))), row.expected) << row.on.str();
    EXPECT_EQ(words_of(must(laws.article("T-NONE", "1", day(2026, 1, 1)))), "no text");
    const auto versions = must(laws.versions("T-DAY"));
    ASSERT_EQ(versions.size(), 2U);
    EXPECT_EQ(versions[1].to, day(2021, 5, 31)) << "the day before the next text";
    EXPECT_EQ(must(laws.articles("T-DAY", day(2021, 6, 1))).front().chapter, "第一章 总则");
}

TEST(LawStore, ATextThatEndedWithoutANextOneIsNotAnsweredLater) {
    auto laws = store();
    auto ended = text("T-END", day(2015, 1, 1));
    ended.version.to = day(2020, 10, 22);
    must(laws.put({ended}, now, false));
    EXPECT_EQ(words_of(must(laws.article("T-END", "1", day(2020, 10, 22)))), "甲。");
    EXPECT_EQ(words_of(must(laws.article("T-END", "1", day(2020, 10, 23)))), "no text");
}

TEST(LawStore, TheSameTextAgainChangesNothing) {
    auto laws = store();
    EXPECT_EQ(must(laws.put({text("T-SAME", day(2020, 1, 1))}, now, false)), std::vector{Stored::added});
    EXPECT_EQ(must(laws.put({text("T-SAME", day(2020, 1, 1))}, now, false)), std::vector{Stored::unchanged});
    EXPECT_EQ(must(laws.versions("T-SAME")).size(), 1U);
}

TEST(LawStore, AnotherTextOfTheSameVersionTakesItsPlaceAndKeepsTheOld) {
    auto laws = store();
    must(laws.put({text("T-NEW", day(2020, 1, 1), "误。")}, now, false));
    EXPECT_EQ(must(laws.put({text("T-NEW", day(2020, 1, 1), "正。")}, now, false)),
              std::vector{Stored::changed});
    EXPECT_EQ(words_of(must(laws.article("T-NEW", "1", day(2026, 1, 1)))), "正。");
    EXPECT_EQ(must(laws.versions("T-NEW")).size(), 1U);
    auto owner = must(postgres::Connection::open(bureau().database->conninfo("zhiheng_owner")));
    EXPECT_FALSE(owner.plain("UPDATE law_texts SET title = 'x' WHERE code = 'T-NEW'"));
    EXPECT_FALSE(owner.plain("UPDATE law_texts SET replaced_at = now() WHERE replaced_at IS NOT NULL"));
    EXPECT_FALSE(owner.plain("DELETE FROM law_texts WHERE code = 'T-NEW'"));
    EXPECT_FALSE(owner.plain("UPDATE law_articles SET title = 'x'"));
}

TEST(LawStore, ATrialStoresNothingAndTellsTheSame) {
    auto laws = store();
    EXPECT_EQ(must(laws.put({text("T-TRY", day(2020, 1, 1))}, now, true)), std::vector{Stored::added});
    EXPECT_TRUE(must(laws.versions("T-TRY")).empty());
}

TEST(LawStore, OneBadTextLeavesNoneOfTheOthers) {
    auto laws = store();
    auto bad = text("T-BAD", day(2020, 1, 1));
    bad.articles.push_back(bad.articles.front());
    EXPECT_FALSE(laws.put({text("T-GOOD", day(2020, 1, 1)), bad}, now, false));
    EXPECT_TRUE(must(laws.versions("T-GOOD")).empty());
}

TEST(LawStore, EverybodyReadsAndOnlyTheImportWrites) {
    must(store().put({text("T-ROLES", day(2020, 1, 1))}, now, false));
    for (const char* role : {"zhiheng_app", "zhiheng_public", "zhiheng_audit"}) {
        SCOPED_TRACE(role);
        auto connection = must(postgres::Connection::open(bureau().database->conninfo(role)));
        EXPECT_EQ(must(connection.run("laws/versions", postgres::Params("T-ROLES"))).size(), 1);
        EXPECT_EQ(must(connection.run("laws/articles", postgres::Params("T-ROLES", day(2020, 1, 1)))).size(),
                  1);
        EXPECT_FALSE(connection.plain("INSERT INTO law_articles SELECT * FROM law_articles"));
        EXPECT_FALSE(connection.plain("UPDATE law_texts SET replaced_at = now()"));
        EXPECT_FALSE(connection.plain("DELETE FROM law_texts"));
    }
}
