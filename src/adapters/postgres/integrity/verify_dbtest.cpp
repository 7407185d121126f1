#include <fmt/format.h>

#include "postgres/integrity/projection_differences.hpp"
#include "postgres/testing/bureau.hpp"

using namespace postgres::testing;

namespace {

std::string case_with_attachment(std::string_view bytes) {
    const auto no = file_a_case();
    auto append = next_act(no, 1);
    append.attachments = {
        {"e1", must(bureau().blobs.put(bytes)).sm3}
    };
    append.documents = {numbered_document()};
    must(bureau().cases().append(zhou(), append));
    must(bureau().cases().append(zhou(), next_act(no, 2)));
    return no;
}

std::vector<ports::Fault> faults(const std::string& no) {
    return must(bureau().cases().check_chain(zhou(), no));
}

}  // namespace

TEST(Verify, NamesTheActThatWasChanged) {
    const struct {
        const char* why;
        const char* change;
        int n;
    } table[] = {
        {"one byte of the content", "body = replace(body, '233', '234')",           2},
        {"the hash itself",         "hash = repeat('0', 64)",                       2},
        {"the time of recording",   "recorded_at = recorded_at + interval '1 day'", 2},
        {"the link",                "prev_hash = repeat('1', 64)",                  2},
    };
    for (const auto& row : table) {
        SCOPED_TRACE(row.why);
        const auto no = case_with_attachment("证据一");
        ASSERT_TRUE(faults(no).empty());
        tamper("acts", fmt::format("UPDATE acts SET {} WHERE case_no = '{}' AND n = 2", row.change, no));
        const auto found = faults(no);
        ASSERT_FALSE(found.empty());
        EXPECT_EQ(found[0].case_no, no);
        EXPECT_EQ(found[0].n, row.n);
        EXPECT_EQ(found[0].what, "chain");
    }
}

TEST(Verify, SeesThatTheLastActIsGone) {
    const auto no = file_a_case();
    must(bureau().cases().append(zhou(), next_act(no, 1)));
    tamper("acts", fmt::format("DELETE FROM acts WHERE case_no = '{}' AND n = 2", no));
    EXPECT_EQ(faults(no).size(), 2U);
}

TEST(Verify, NamesTheAttachmentThatWasChangedOrLost) {
    const auto no = case_with_attachment("证据二");
    const auto path = must(bureau().blobs.path(crypto::sm3_hex("证据二")));
    std::ofstream(path) << "证据贰";
    ASSERT_EQ(faults(no).size(), 1U);
    EXPECT_EQ(faults(no)[0].what, "attachment");
    EXPECT_EQ(faults(no)[0].n, 2);
    std::filesystem::remove(path);
    EXPECT_NE(faults(no)[0].message.find("不存在"), std::string::npos);
}

TEST(Verify, ChecksThePdfOfAMadeDocument) {
    const auto no = case_with_attachment("证据三");
    postgres::DocumentStore documents(bureau().database->app());
    const auto id = must(documents.of_case(zhou(), no))[0].id;
    const auto blob = must(bureau().blobs.put("%PDF 决定书"));
    must(documents.mark_made(zhou(), id, blob.sm3));
    must(documents.mark_made(zhou(), id, std::string(64, 'f')));
    EXPECT_EQ(must(documents.load(zhou(), id)).sm3, blob.sm3);
    EXPECT_TRUE(faults(no).empty());
    std::ofstream(must(bureau().blobs.path(blob.sm3))) << "%PDF 改过的决定书";
    ASSERT_EQ(faults(no).size(), 1U);
    EXPECT_EQ(faults(no)[0].what, "document");
}

TEST(DayHeads, SeeWhatAChainRecomputedWouldHide) {
    const auto no = case_with_attachment("证据四");
    postgres::DayHeads heads(bureau().database->app(), "secret");
    const auto today = day(2024, 5, 17);
    const auto now = base::Instant::at(today, 1);
    EXPECT_GE(must(heads.sign_days_before(today, now)), 1);
    EXPECT_EQ(must(heads.sign_days_before(today, now)), 0);
    EXPECT_TRUE(must(heads.check()).empty());
    EXPECT_EQ(must(heads.sign_days_before(day(2024, 5, 16), now)), 0);

    tamper("day_heads", "UPDATE day_heads SET signature = replace(signature, '3', '4')");
    EXPECT_FALSE(must(heads.check()).empty());
    tamper("day_heads", "UPDATE day_heads SET signature = replace(signature, '4', '3')");
    tamper("acts", fmt::format("UPDATE acts SET hash = repeat('0', 64) WHERE case_no = '{}' AND n = 3", no));
    const auto found = must(heads.check());
    ASSERT_FALSE(found.empty());
    EXPECT_EQ(found[0].what, "day_head");
    EXPECT_NE(found[0].message.find("2024年5月16日"), std::string::npos);
}

TEST(DayHeads, KeyIsOfNoUseUnderAnotherSecret) {
    must(bureau().cases().append(zhou(), next_act(file_a_case(), 1)));
    postgres::DayHeads mine(bureau().database->app(), "secret");
    must(mine.sign_days_before(day(2030, 1, 1), base::Instant::at(day(2030, 1, 1), 0)));
    auto later = new_case();
    later.first.act.recorded_at = base::Instant::at(day(2030, 2, 1), 9);
    must(bureau().cases().create(zhou(), later));
    postgres::DayHeads other(bureau().database->app(), "another");
    EXPECT_EQ(code_of(other.sign_days_before(day(2031, 1, 1), base::Instant::at(day(2031, 1, 1), 0))),
              "key_unreadable");
}

TEST(Verify, SeesWhatStandsBesideTheActs) {
    const struct {
        const char* why;
        const char* table;
        const char* change;
        const char* what;
    } table[] = {
        {"another party",             "cases",     "UPDATE cases SET parties = replace(parties::text, '张三', '张四')::json",
         "matter"                                                                                                                         },
        {"another procedure",         "cases",     "UPDATE cases SET procedure = 'fast'",                                     "matter"    },
        {"another place in the list", "cases",     "UPDATE cases SET next_due = next_due + 1",                                "projection"},
        {"another version",           "cases",     "UPDATE cases SET version = 9",                                            "chain"     },
        {"another day on the paper",  "documents", "UPDATE documents SET facts = '{\"today\":\"2024-05-17\"}'",
         "document"                                                                                                                       },
        {"a paper taken away",        "documents", "DELETE FROM documents",                                                   "document"  },
    };
    for (const auto& row : table) {
        SCOPED_TRACE(row.why);
        const auto no = case_with_attachment("证据五");
        ASSERT_TRUE(faults(no).empty());
        const std::string column = std::string(row.table) == "cases" ? "no" : "case_no";
        tamper(row.table, fmt::format("{} WHERE {} = '{}'", row.change, column, no));
        const auto found = faults(no);
        ASSERT_EQ(found.size(), 1U);
        EXPECT_EQ(found[0].what, row.what);
    }
}

TEST(Verify, FollowsThePartiesAsActsChangeThem) {
    const auto no = file_a_case();
    auto append = next_act(no, 1, "record_party");
    append.parties = new_case().matter.parties;
    append.parties->front().name = "张三丰";
    append.documents = {numbered_document()};
    must(bureau().cases().append(zhou(), append));
    EXPECT_TRUE(faults(no).empty());
    auto strike = next_act(no, 2, "strike");
    strike.struck = {2};
    must(bureau().cases().append(zhou(), strike));
    EXPECT_TRUE(faults(no).empty());
    postgres::DocumentStore documents(bureau().database->app());
    EXPECT_EQ(must(documents.of_case(zhou(), no))[0].status, "struck");
}

TEST(ProjectionDifferences, NameTableColumnAndBothValues) {
    const auto folded = projection("FILED");
    EXPECT_TRUE(postgres::projection_differences(folded, folded).empty());
    auto stored = folded;
    stored.state = "CLOSED";
    stored.clocks[0].due = day(2025, 1, 1);
    stored.clocks[1].met_on = std::nullopt;
    stored.tasks.clear();
    const std::vector<std::string> expected = {
        "cases.state 存为“CLOSED”，按行为应为“FILED”",
        "case_clocks.due（CASE_DECIDE） 存为“2025-01-01”，按行为应为“2024-08-14”",
        "case_clocks.met_on（CLUE_CHECK） 存为“无”，按行为应为“2024-05-16”",
        "case_tasks 存有0行，按行为应有1行",
    };
    EXPECT_EQ(postgres::projection_differences(stored, folded), expected);
}
