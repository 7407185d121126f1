#include <gtest/gtest.h>

#include "base/date.hpp"
#include "system/clock.hpp"
#include "system/process.hpp"
#include "system/random.hpp"

namespace systems {

TEST(WallClock, GivesCivilTimeOfChinaAndDoesNotRunBack) {
    const WallClock clock;
    const base::Instant first = clock.now();
    const base::Instant second = clock.now();
    EXPECT_LE(first.point(), second.point() + std::chrono::seconds(1));
    EXPECT_TRUE(first.str().ends_with("+08:00"));
}

TEST(SystemRandom, GivesAsManyDigitsAsAskedAndNeverTheSame) {
    SystemRandom random;
    EXPECT_EQ(random.hex(32).size(), 64u);
    EXPECT_NE(random.id(), random.id());
    EXPECT_EQ(random.hex(4).find_first_not_of("0123456789abcdef"), std::string::npos);
}

TEST(Process, KnowsItself) {
    raise_descriptor_limit();
    EXPECT_GT(peak_memory_kib(), 0u);
    EXPECT_TRUE(own_executable().has_filename());
}

}  // namespace systems
