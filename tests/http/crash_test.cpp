#include "world.hpp"

namespace http_test {

// Last in its program: everybody has to sign in again afterwards.
TEST(Crash, AKilledServerComesBackWithEveryAcknowledgedAct) {
    World& world = World::get();
    const std::string no = world.open_case();
    const std::string target = "/api/cases/" + no + "/acts";
    std::size_t acknowledged = 1;
    for (int round = 0; round < 3; ++round) {
        for (int i = 0; i < 5; ++i) {
            const base::Value note = base::Object{
                {"act",  "note"                                },
                {"data", base::Object{{"text", "断电前的记录"}}}
            };
            if (world.officer("zhoumin").post(target, note).status == 201) ++acknowledged;
        }
        world.kill_and_restart();
        const Answer acts = world.officer("zhoumin").get(target);
        EXPECT_EQ(acts.body.items().size(), acknowledged) << acts.words();
    }
    EXPECT_EQ(acknowledged, 16u);
    const Answer verification = world.officer("zhoumin").get("/api/cases/" + no + "/verification");
    EXPECT_EQ(verification.status, 200);
    EXPECT_TRUE(verification.body.truth("ok")) << verification.words();
}

}  // namespace http_test
