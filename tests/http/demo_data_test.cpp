#include <gtest/gtest.h>

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
    std::ofstream(folder / "postgres" / "postgresql.conf", std::ios::app) << "fsync = off\n";
    if (!told) fs::remove_all(folder);
}

}  // namespace http_test
