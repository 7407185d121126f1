#include <gtest/gtest.h>

#include "broken.hpp"
#include "json/json.hpp"

namespace procedure {

using base::Value;

// procedure.md §14: the fast track is for a case filed with its conditions, and left with the first step out.
TEST(Track, IsLeftWithTheFirstStepOut) {
    struct Row {
        const char* why;
        const char* change;
        const char* track;
    };
    const Row rows[] = {
        {"as it was filed",                          R"({"until":4})",                                                        "fast"    },
        {"filed as everybody may",                   R"({"until":4,"unset":["3.data.fast"],"top":{"procedure":"ordinary"}})",
         "ordinary"                                                                                                                     },
        {"a report that proposes what may be heard",
         R"({"until":4,"set":{"4.data.penalty.fine":"100000.00"}})",                                                          "ordinary"},
    };
    for (const Row& row : rows) {
        SCOPED_TRACE(row.why);
        Value change = *json::parse(row.change);
        change.as_object()->set("scenario", "accepted/procedure-14-fast-track");
        const auto answer = given::replay(given::broken(change));
        ASSERT_TRUE(answer) << answer.error().message;
        EXPECT_EQ(answer->text("track"), row.track);
    }
}

}  // namespace procedure
