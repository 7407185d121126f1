#include <algorithm>

#include "json/json.hpp"
#include "scenario.hpp"

// The cases the refused stories left open and late: each alarm has a way out that the case is open to.
namespace http_test {

using base::Value;

TEST(AlarmCures, AreOpenInTheirCase) {
    constexpr std::size_t enough = 25;
    Officer& leader = World::get().officer("luping");
    std::size_t seen = 0;
    const Answer all = leader.get("/api/alarms");
    for (const Value& alarm : all.body.list("alarms")) {
        if (alarm.list("cures").empty() || seen == enough) continue;
        ++seen;
        const Answer page = leader.get("/api/cases/" + std::string(alarm.text("case_no")));
        for (const Value& cure : alarm.list("cures"))
            EXPECT_TRUE(std::ranges::any_of(page.body.list("open"), [&](const Value& open) {
                return open.text("act") == cure.text("act");
            })) << json::write(alarm);
    }
    EXPECT_EQ(seen, enough) << "the refused stories leave cases that are late";
}

}  // namespace http_test
