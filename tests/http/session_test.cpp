#include <gtest/gtest.h>

#include "http/client.hpp"
#include "world.hpp"

namespace http_test {

TEST(Session, WrongPasswordsLockTheAccountForAWhile) {
    http::Client client("127.0.0.1", World::get().port());
    int status = 0;
    for (int i = 0; i < 12 && status != 429; ++i) {
        const auto response = client.send("POST", "/api/session",
                                          {
                                              {"Content-Type", "application/json"}
        },
                                          R"({"account":"handong","password":"wrong"})");
        ASSERT_TRUE(response);
        status = response->status;
        EXPECT_TRUE(status == 401 || status == 429 || status == 403) << status;
    }
    const auto right = client.send("POST", "/api/session",
                                   {
                                       {"Content-Type", "application/json"}
    },
                                   R"({"account":"handong","password":"Zhiheng-2026"})");
    EXPECT_NE(right->status, 200);
}

}  // namespace http_test
