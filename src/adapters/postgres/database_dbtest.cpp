#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <thread>

#include "postgres/database.hpp"
#include "postgres/testing/bureau.hpp"

using namespace postgres::testing;
using postgres::Database;

namespace {

std::vector<postgres::Migration> with_change(std::size_t index, std::string_view text) {
    auto migrations = postgres::embedded_migrations();
    migrations.at(index).text = text;
    return migrations;
}

bool is_gone(pid_t process) {
    for (int i = 0; i < 500; ++i) {
        if (kill(process, 0) != 0) return true;
        std::this_thread::sleep_for(20ms);
    }
    return false;
}

pid_t database_process(const std::filesystem::path& data) {
    long number = 0;
    std::ifstream(data / "postgres" / "postmaster.pid") >> number;
    return static_cast<pid_t>(number);
}

}  // namespace

TEST(Database, IsMadeOnceAndOpenedAgain) {
    const TemporaryFolder folder;
    pid_t process = 0;
    for (const char* why : {"first start", "second start"}) {
        SCOPED_TRACE(why);
        const auto database = Database::open_private(folder.path());
        ASSERT_TRUE(database) << database.error().message;
        process = (*database)->cluster()->process();
        EXPECT_GT(process, 0);
    }
    EXPECT_TRUE(is_gone(process));
}

TEST(Database, WorksBelowAFolderItsUserMayNotEnter) {
    const TemporaryFolder folder;
    chmod(folder.path().c_str(), 0700);
    const auto data = folder.path() / std::string(100, 'l') / "data";
    EXPECT_TRUE(Database::open_private(data));
}

TEST(Database, RefusesAFolderInUseButLetsToolsJoin) {
    const auto data = bureau().folder.path() / "data";
    EXPECT_EQ(code_of(Database::open_private(data)), "data_folder_in_use");
    const auto joined = Database::open_private(data, {.when_in_use = postgres::Cluster::WhenInUse::join});
    ASSERT_TRUE(joined) << joined.error().message;
    EXPECT_EQ((*joined)->cluster()->process(), 0);
}

TEST(Database, RefusesAnotherMajorVersionInOneSentence) {
    const TemporaryFolder folder;
    std::filesystem::create_directories(folder.path() / "postgres");
    std::ofstream(folder.path() / "postgres" / "PG_VERSION") << "13\n";
    const auto opened = Database::open_private(folder.path());
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().code, "database_version_differs");
    EXPECT_NE(opened.error().message.find("PostgreSQL 13"), std::string::npos);
}

TEST(Database, RefusesAChangedOrUnknownMigration) {
    const TemporaryFolder folder;
    {
        ASSERT_TRUE(Database::open_private(folder.path()));
    }
    EXPECT_EQ(code_of(Database::open_private(folder.path(), {.migrations = with_change(0, "SELECT 1")})),
              "migration_changed");
    EXPECT_EQ(code_of(Database::open_private(folder.path(), {.migrations = {}})), "migration_unknown");
    auto more = postgres::embedded_migrations();
    more.push_back({"9998_good.sql", "CREATE TABLE half_done (i int)"});
    more.push_back({"9999_bad.sql", "CREATE TABLE"});
    EXPECT_FALSE(Database::open_private(folder.path(), {.migrations = more}));
    EXPECT_TRUE(Database::open_private(folder.path()));
}

TEST(Database, MigratesOnceWhenTwoServersStart) {
    const TemporaryFolder folder;
    const auto cluster = Database::open_private(folder.path(), {.migrations = {}});
    ASSERT_TRUE(cluster) << cluster.error().message;
    std::vector<std::string> codes(4);
    std::vector<std::thread> threads;
    for (auto& code : codes)
        threads.emplace_back([&] {
            code = code_of(
                Database::open_private(folder.path(), {.when_in_use = postgres::Cluster::WhenInUse::join}));
        });
    for (auto& thread : threads) thread.join();
    for (const auto& code : codes) EXPECT_EQ(code, "");
}

TEST(Database, TakesAGivenServer) {
    const auto url = bureau().database->cluster()->conninfo("zhiheng_cluster");
    const auto opened = Database::open_url(url, {});
    ASSERT_TRUE(opened) << opened.error().message;
    const auto no = file_a_case();
    postgres::CaseStore cases((*opened)->app(), bureau().blobs);
    EXPECT_TRUE(cases.load(zhou(), no));
    EXPECT_EQ(code_of(cases.load(ma(), no)), "not_found");
    EXPECT_EQ(code_of(Database::open_url("http://no", {})), "bad_database_url");
}

TEST(Database, KeepsEveryAcknowledgedActWhenPostgresIsKilled) {
    Bureau mine;
    auto cases = mine.cases();
    const auto no = must(cases.create(zhou(), new_case())).case_no;
    std::atomic<std::int64_t> acknowledged = 1;
    std::jthread writer([&](const std::stop_token& stop) {
        while (!stop.stop_requested()) {
            const auto outcome = cases.append(zhou(), next_act(no, acknowledged));
            if (outcome) acknowledged = outcome->version;
            // The answer to the last act was lost with the connection: look where the case stands.
            else if (const auto now = cases.load(zhou(), no))
                acknowledged = now->version;
        }
    });
    for (int round = 0; round < 3; ++round) {
        const auto before = acknowledged.load();
        for (int i = 0; i < 500 && acknowledged < before + 5; ++i) std::this_thread::sleep_for(10ms);
        const auto at_kill = acknowledged.load();
        const pid_t process = mine.database->cluster()->process();
        ASSERT_GT(process, 0);
        kill(process, SIGKILL);
        for (int i = 0; i < 1000 && acknowledged < at_kill + 20; ++i) std::this_thread::sleep_for(10ms);
        EXPECT_GE(acknowledged, at_kill + 20) << "the database did not come back";
    }
    writer.request_stop();
    writer.join();
    const auto record = must(cases.load(zhou(), no));
    EXPECT_GE(record.version, acknowledged);
    EXPECT_TRUE(must(cases.check_chain(zhou(), no)).empty());
}

TEST(Database, AdoptsWhatAKilledServerLeftBehind) {
    const TemporaryFolder folder;
    const auto data = folder.path();
    const pid_t server = fork();
    if (server == 0) {
        const auto database = Database::open_private(data);
        if (!database) _exit(1);
        pause();
    }
    for (int i = 0; i < 1000 && !std::filesystem::exists(data / "postgres" / ".s.PGSQL.5432"); ++i)
        std::this_thread::sleep_for(20ms);
    std::this_thread::sleep_for(500ms);
    const auto orphan = database_process(data);
    kill(server, SIGKILL);
    waitpid(server, nullptr, 0);
    const auto database = Database::open_private(data);
    ASSERT_TRUE(database) << database.error().message;
    EXPECT_NE(database_process(data), orphan);
}

TEST(Database, IsNotHeldUpByAStrangersProcessNumber) {
    const TemporaryFolder folder;
    {
        ASSERT_TRUE(Database::open_private(folder.path()));
    }
    for (const char* name : {"postmaster.pid", ".s.PGSQL.5432.lock"}) {
        std::ofstream(folder.path() / "postgres" / name) << getppid() << "\n/proc/self/fd/3\n1\n5432\n.\n\n";
    }
    EXPECT_TRUE(Database::open_private(folder.path()));
}
