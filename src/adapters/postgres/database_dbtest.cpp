#include <gtest/gtest.h>

#include "postgres/database.hpp"
#include "postgres/testing/temporary_folder.hpp"

namespace {
using postgres::testing::TemporaryFolder;
}

TEST(Database, IsMadeOnceAndOpenedAgain) {
    const TemporaryFolder folder;
    for (const char* why : {"first start", "second start"}) {
        SCOPED_TRACE(why);
        const auto database = postgres::Database::open_private(folder.path());
        ASSERT_TRUE(database) << database.error().message;
    }
}
