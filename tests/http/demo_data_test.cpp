#include <gtest/gtest.h>
#include <sys/wait.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "bench/server_process.hpp"
#include "http/client.hpp"

namespace http_test {

namespace fs = std::filesystem;

// The other programs copy this folder instead of making the bureau again. Their databases need not survive a
// power cut: what is acknowledged must survive the death of the processes, and does without fsync.
TEST(DemoData, IsMadeByAFirstStartAndKeptForTheOthers) {
    const char* told = std::getenv("ZHIHENG_DEMO_DATA");
    const fs::path folder = told ? fs::path(told) : fs::path(testing::TempDir()) / "zhiheng-demo-data";
    fs::remove_all(folder);
    fs::create_directories(folder);
    {
        auto server = bench::ServerProcess::start(ZHIHENG_PROGRAM, folder, {"--demo"});
        ASSERT_TRUE(server) << server.error().message;
        http::Client client("127.0.0.1", server->port());
        const auto answer = client.send("POST", "/api/session",
                                        {
                                            {"Content-Type", "application/json"}
        },
                                        R"({"account": "zhoumin", "password": "Zhiheng-2026"})");
        ASSERT_TRUE(answer);
        EXPECT_EQ(answer->status, 200) << answer->body;
    }
    // Whoever has the machine takes a volume out of it without a browser.
    const std::string program = std::string("'") + ZHIHENG_PROGRAM + "' volume ",
                      data = " --data '" + folder.string() + "'", book = (folder / "volume.zip").string();
    const int shown = std::system((program + "show 990101-2024-000001" + data + " > /dev/null").c_str());
    EXPECT_TRUE(WIFEXITED(shown) && WEXITSTATUS(shown) <= 1) << "0 whole, 1 papers are missing, 2 not read";
    EXPECT_EQ(std::system((program + "export 990101-2024-000001 -o '" + book + "'" + data).c_str()), 0);
    EXPECT_GT(fs::exists(book) ? fs::file_size(book) : 0, 10000U);
    EXPECT_NE(std::system((program + "show 990101-2024-999999" + data + " > /dev/null 2>&1").c_str()), 0);
    fs::remove(book);
    std::ofstream(folder / "postgres" / "postgresql.conf", std::ios::app) << "fsync = off\n";
    if (!told) fs::remove_all(folder);
}

}  // namespace http_test
