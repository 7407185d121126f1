#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "benchmark_tables/dry_run.hpp"
#include "benchmark_tables/import_table.hpp"
#include "benchmark_tables/map_items.hpp"
#include "benchmark_tables/sign_table.hpp"
#include "benchmark_tables/verify_tables.hpp"
#include "catalogue/catalogue.hpp"
#include "testing/memory_desk.hpp"

namespace {

const books::Books& law() {
    static const auto books = books::load_books(catalogue::Files());
    if (!books) throw std::runtime_error(books.error().message);
    return **books;
}

template <class T>
T must(base::Result<T> result) {
    if (!result) throw std::runtime_error(result.error().code + " " + result.error().message);
    if constexpr (!std::is_void_v<T>) return *std::move(result);
}

struct Tables : testing::Test {
    testing_office::MemoryDesk desk{
        law(), *demo::Organisation::from(*catalogue::Files().load("demo/organisation.yaml"))};
    identity::Viewer drafter = desk.viewer("song-yan"), leader = desk.viewer("lu-ping"),
                     chief = desk.viewer("fang-zheng");

    Tables() { desk.clock.set(*base::Instant::parse("2026-11-16T09:00:00+08:00")); }

    void put_sheet(const std::string& standard) {
        desk.spreadsheets.sheet.rows.clear();
        for (const std::vector<std::string>& row : {
                 std::vector<std::string>(benchmark::headings.begin(), benchmark::headings.end()),
                 {"生产经营超过保质期的食品、食品添加剂", "《食品安全法》第一百二十四条第一款第（五）项",
                                                                                                "从轻", "主动消除危害后果", standard, ""}
        }) {
            desk.spreadsheets.sheet.rows.emplace_back();
            for (const std::string& text : row) desk.spreadsheets.sheet.rows.back().push_back({text});
        }
    }

    base::Result<benchmark_tables::Imported> import(const std::string& standard) {
        put_sheet(standard);
        return benchmark_tables::import_table(
            desk.office, drafter,
            {.file_name = "a.xlsx", .bytes = "PK", .title = "基准", .from = "2026-12-01"});
    }

    std::string mapped_draft(
        const std::string& standard = "货值金额不足1万元的，处5万元以上6.5万元以下罚款") {
        const auto version = must(import(standard)).version;
        must(benchmark_tables::map_items(desk.office, drafter, version, version.lock,
                                         {
                                             {0, "food.expired"}
        }));
        return version.id;
    }

    base::Result<void> sign(const identity::Viewer& viewer, const std::string& id, std::string_view action) {
        return benchmark_tables::sign_table(desk.office, viewer, must(desk.benchmarks.load(viewer, id)),
                                            action, "同意");
    }

    std::string approved_table() {
        const std::string id = mapped_draft();
        must(sign(drafter, id, "submit"));
        must(sign(leader, id, "approve"));
        must(sign(chief, id, "approve"));
        return id;
    }
};

TEST_F(Tables, KeepNothingOfAFileWithAProblem) {
    const auto imported = must(import("处５万元以下罚款"));
    EXPECT_EQ(imported.problems.size(), 1U);
    EXPECT_TRUE(desk.benchmarks.versions.empty());
}

TEST_F(Tables, AreNotPutToTheLeadersOutsideTheLaw) {
    const std::string id = mapped_draft("货值金额不足1万元的，处4万元以上6.5万元以下罚款");
    EXPECT_EQ(sign(drafter, id, "submit").error().code, "table_faulty");
}

TEST_F(Tables, JoinTheEngineWithTheSecondApproval) {
    const std::string id = mapped_draft();
    must(sign(drafter, id, "submit"));
    must(sign(leader, id, "approve"));
    EXPECT_TRUE(desk.office.benchmarks.current()->empty());
    EXPECT_EQ(must(benchmark_tables::draft_overlay(desk.office, drafter, id)).tables().size(), 1U);
    must(sign(chief, id, "approve"));
    EXPECT_EQ(desk.office.benchmarks.current()->tables().size(), 1U);
    EXPECT_TRUE(must(benchmark_tables::verify_tables(desk.office)).empty());
}

TEST_F(Tables, AreNotApprovedAfterTheirDay) {
    const std::string id = mapped_draft();
    must(sign(drafter, id, "submit"));
    desk.clock.set(*base::Instant::parse("2026-12-02T09:00:00+08:00"));
    EXPECT_EQ(sign(leader, id, "approve").error().code, "day_passed");
}

// Past the walls of the database somebody changes what was signed, or who signed it.
TEST_F(Tables, AreFoundOutWhenTheyAreTamperedWith) {
    struct Row {
        const char* why;
        void (*change)(ports::BenchmarkVersion&, std::vector<ports::BenchmarkSignature>&);
    };
    const Row table[] = {
        {"a sum",                  [](auto& version,
         auto&) { version.lines[0].cells[4] = "货值金额不足1万元的，处5万元以上6万元以下罚款"; }                    },
        {"an item",                [](auto& version, auto&) { version.items[0] = "food.unlicensed"; }               },
        {"the day",                [](auto& version, auto&) { version.from = version.from.plus_days(-30); }         },
        {"an opinion",             [](auto&,         auto& signatures) { signatures[1].opinion = "不同意"; }        },
        {"a signature is gone",    [](auto&,         auto& signatures) { signatures.erase(signatures.begin() + 1); }},
        {"the drafter is another", [](auto& version, auto&) { version.drafted_by = "lu-ping"; }                     },
    };
    const std::string id = approved_table();
    const auto versions = desk.benchmarks.versions;
    const auto signatures = desk.benchmarks.signed_by;
    for (const Row& row : table) {
        desk.benchmarks.versions = versions;
        desk.benchmarks.signed_by = signatures;
        row.change(desk.benchmarks.versions.front(), desk.benchmarks.signed_by[id]);
        EXPECT_FALSE(must(benchmark_tables::verify_tables(desk.office)).empty()) << row.why;
    }
}

}  // namespace
