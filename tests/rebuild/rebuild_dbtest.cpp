#include <gtest/gtest.h>

#include <algorithm>

#include "books/books.hpp"
#include "cases/load_case.hpp"
#include "cases/project.hpp"
#include "catalogue/catalogue.hpp"
#include "demo/organisation.hpp"
#include "postgres/cases/case_copy.hpp"
#include "postgres/cases/projection_copy.hpp"
#include "postgres/integrity/projection_differences.hpp"
#include "postgres/self_check/case_batches.hpp"
#include "postgres/testing/bureau.hpp"
#include "rebuild/rebuild.hpp"
#include "synth/teller.hpp"

using namespace std::chrono_literals;

namespace {

constexpr base::Date begin(2025y / 3 / 3), today(2025y / 9 / 1);

// One case of every path, half a year after it began, brought in by COPY.
struct World {
    catalogue::Files files;
    procedure::Rules rules = books::load_rules(files).value();
    synth::Book book =
        synth::Book::from(files.load("synth/acts.yaml").value(), files.load("synth/paths.yaml").value())
            .value();
    demo::Organisation organisation =
        demo::Organisation::from(files.load("demo/organisation.yaml").value()).value();
    postgres::testing::TemporaryFolder folder;
    std::unique_ptr<postgres::Database> database =
        postgres::Database::open_private(folder.path() / "data").value();
    postgres::testing::TestBlobs blobs{folder.path()};
    postgres::CaseStore store{database->app(), blobs};
    postgres::CaseBatches batches{database->app()};
    std::vector<std::string> numbers;

    World() {
        postgres::Directory directory(database->app(), database->owner());
        EXPECT_TRUE(directory.put(organisation.nodes, organisation.people));
        postgres::CaseCopy copy(owner());
        for (const auto& path : book.paths) add(copy, path);
        EXPECT_TRUE(copy.flush());
        EXPECT_TRUE(copy.finish());
    }

    postgres::Connection owner() const {
        return postgres::Connection::open(database->conninfo("zhiheng_owner")).value();
    }

    void add(postgres::CaseCopy& copy, const synth::Path& path) {
        casefile::Matter place{.agency = "990101", .province = "990000", .parties = {}, .staff = {}};
        for (const auto& person : organisation.people)
            place.staff.push_back({.id = person.id,
                                   .name = person.name,
                                   .roles = person.posts.front().roles,
                                   .unit = person.posts.front().node,
                                   .certificate = person.certificate});
        const auto cast = synth::Cast::of(place.staff, "s-donghu").value();
        procedure::Dice dice(5);
        const auto told = synth::Teller(rules, book).tell(path, {place, cast, begin, today}, dice).value();
        postgres::WholeCase whole{.no = fmt::format("990101-2025-{:06}", numbers.size() + 1),
                                  .node = "s-donghu",
                                  .matter = told.begun};
        for (casefile::Act act : told.file.acts()) {
            act.recorded_at = act.at;
            whole.acts.push_back({.act = std::move(act)});
        }
        whole.projection = cases::project(told.file, today, whole.acts);
        copy.add(whole);
        numbers.push_back(whole.no);
    }

    std::vector<std::string> differences() {
        std::vector<std::string> all;
        for (const auto& no : numbers) {
            const auto record = store.load(postgres::testing::machine(), no).value();
            const auto file = cases::fold(rules, record.matter, record.acts).value();
            const auto shown = store.projection(postgres::testing::machine(), no).value();
            for (auto& each :
                 postgres::projection_differences(shown, cases::project(file, today, record.acts)))
                all.push_back(no + " " + each);
            const auto faults = store.check_chain(postgres::testing::machine(), no).value();
            for (const auto& fault : faults) all.push_back(no + " " + fault.message);
        }
        return all;
    }

    base::Result<rebuild::Rebuilt> rebuild() {
        const auto writer = TRY(postgres::ProjectionCopy::open(database->conninfo("zhiheng_owner")));
        return rebuild::run(batches, *writer, rules, today, [] { return true; });
    }
};

World& world() {
    static World one;
    return one;
}

}  // namespace

TEST(Rebuild, MendsWhateverWasSpoiledInTheListsAndTouchesNothingElse) {
    ASSERT_TRUE(world().differences().empty());
    auto owner = world().owner();
    const struct {
        const char* why;
        const char* change;
    } table[] = {
        {"another state",       "UPDATE cases SET state = 'ARCHIVED', is_open = false WHERE no LIKE '%1'"},
        {"another order",       "UPDATE cases SET next_due = '2001-01-01' WHERE no LIKE '%2'"            },
        {"another party",       "UPDATE cases SET party = '张三' WHERE no LIKE '%3'"                     },
        {"tasks are gone",      "DELETE FROM case_tasks WHERE case_no LIKE '%4'"                         },
        {"a clock runs longer", "UPDATE case_clocks SET due = due + 9 WHERE case_no LIKE '%5'"           },
        {"a decision is gone",  "DELETE FROM past_decisions"                                             },
    };
    for (const auto& row : table) {
        ASSERT_TRUE(owner.plain(row.change));
        EXPECT_FALSE(world().differences().empty()) << row.why;
        const auto rebuilt = world().rebuild();
        ASSERT_TRUE(rebuilt) << rebuilt.error().message;
        EXPECT_EQ(rebuilt->cases, world().numbers.size()) << row.why;
        EXPECT_EQ(rebuilt->moved, 0U);
        EXPECT_EQ(world().differences(), std::vector<std::string>()) << row.why;
    }
}

TEST(Rebuild, NamesACaseWhoseActsCannotBeFoldedAndLeavesIt) {
    auto owner = world().owner();
    ASSERT_TRUE(owner.plain("ALTER TABLE acts DISABLE TRIGGER USER"));
    ASSERT_TRUE(
        owner.plain("UPDATE acts SET body = 'x' || body WHERE case_no = '990101-2025-000007' AND n = 2"));
    const auto rebuilt = world().rebuild();
    ASSERT_TRUE(
        owner.plain("UPDATE acts SET body = substr(body, 2) WHERE case_no = '990101-2025-000007' AND n = 2"));
    ASSERT_TRUE(owner.plain("ALTER TABLE acts ENABLE TRIGGER USER"));
    ASSERT_TRUE(rebuilt);
    EXPECT_EQ(rebuilt->unreadable, std::vector<std::string>{"990101-2025-000007"});
    EXPECT_EQ(rebuilt->cases, world().numbers.size() - 1);
}

TEST(Rebuild, IsDoneByOneAtATime) {
    const auto first = postgres::ProjectionCopy::open(world().database->conninfo("zhiheng_owner"));
    ASSERT_TRUE(first);
    const auto second = world().rebuild();
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code, "rebuild_running");
}

// An act recorded meanwhile wrote the lists itself; what was read before it is not laid over.
TEST(Rebuild, LeavesACaseThatMovedMeanwhile) {
    const auto writer = postgres::ProjectionCopy::open(world().database->conninfo("zhiheng_owner")).value();
    auto stored = world().batches.load({world().numbers.front()}, ports::Take::acts_and_shown).value();
    ports::RebuiltCase old{.no = stored.front().record.no,
                           .version = stored.front().record.version - 1,
                           .projection = stored.front().shown};
    old.projection.party = "从前的当事人";
    EXPECT_EQ(writer->replace(std::vector{old}).value(), 0U);
    EXPECT_TRUE(world().differences().empty());
}

TEST(Lists, KeepWhatIsStillToBeDone) {
    const auto all = world().batches.load(world().numbers, ports::Take::acts_and_shown).value();
    for (const auto& stored : all) {
        for (const auto& task : stored.shown.tasks) EXPECT_NE(task.status, "done") << stored.record.no;
        if (stored.shown.open) continue;
        for (const auto& clock : stored.shown.clocks) {
            EXPECT_FALSE(clock.met_on) << stored.record.no;
        }
    }
}
