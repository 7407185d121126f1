#include <gtest/gtest.h>

#include "demo/seed_case.hpp"
#include "testing/memory_desk.hpp"

namespace {

struct Door : testing::Test {
    demo::SetClock clock;
    testing_office::MemoryIdentities identities;
    testing_office::PlainPasswords passwords;
    testing_office::PlainHasher hasher;
    testing_office::CountingRandom random;
    session::SignIn sign_in{identities, passwords, hasher, random, clock};

    void SetUp() override {
        clock.set(*base::Instant::parse("2026-11-16T09:00:00+08:00"));
        ASSERT_TRUE(identities.put_account("zhou-min", "zhoumin", "hash:Zhiheng-2026", false));
    }
};

TEST_F(Door, GivesTheSameAnswerForAWrongPasswordAndAnUnknownAccount) {
    const auto unknown = sign_in.sign_in("nobody", "x");
    const auto wrong = sign_in.sign_in("zhoumin", "x");
    ASSERT_FALSE(unknown);
    ASSERT_FALSE(wrong);
    EXPECT_EQ(unknown.error(), wrong.error());
}

TEST_F(Door, LocksAfterFiveFailuresForAQuarterOfAnHour) {
    for (int i = 0; i < 5; ++i) EXPECT_FALSE(sign_in.sign_in("zhoumin", "x"));
    EXPECT_FALSE(sign_in.sign_in("zhoumin", "Zhiheng-2026"));
    clock.set(base::Instant(clock.now().point() + std::chrono::minutes(16)));
    EXPECT_TRUE(sign_in.sign_in("zhoumin", "Zhiheng-2026"));
}

TEST_F(Door, ASessionEndsAfterTwelveHours) {
    const auto opened = sign_in.sign_in("zhoumin", "Zhiheng-2026");
    ASSERT_TRUE(opened);
    EXPECT_TRUE(sign_in.session(opened->token));
    clock.set(clock.now().plus_hours(13));
    const auto later = sign_in.session(opened->token);
    ASSERT_FALSE(later);
    EXPECT_EQ(later.error().code, "not_signed_in");
}

TEST_F(Door, ASessionEndedHereIsOverAtOnceAndOneEndedElsewhereASecondLater) {
    const auto first = sign_in.sign_in("zhoumin", "Zhiheng-2026");
    const auto second = sign_in.sign_in("zhoumin", "Zhiheng-2026");
    ASSERT_TRUE(first && second);
    ASSERT_TRUE(sign_in.session(first->token));
    ASSERT_TRUE(sign_in.session(second->token));
    ASSERT_TRUE(sign_in.sign_out(first->token));
    EXPECT_FALSE(sign_in.session(first->token));
    ASSERT_TRUE(sign_in.session(second->token));
    identities.sessions.clear();
    clock.set(base::Instant(clock.now().point() + std::chrono::milliseconds(999)));
    EXPECT_TRUE(sign_in.session(second->token));
    clock.set(base::Instant(clock.now().point() + std::chrono::milliseconds(1)));
    EXPECT_FALSE(sign_in.session(second->token));
}

TEST_F(Door, ANewPasswordMustBeLongAndNew) {
    const auto opened = sign_in.sign_in("zhoumin", "Zhiheng-2026");
    ASSERT_TRUE(opened);
    EXPECT_EQ(sign_in.change_password(opened->token, "Zhiheng-2026", "short").error().code, "weak_password");
    EXPECT_EQ(sign_in.change_password(opened->token, "Zhiheng-2026", "Zhiheng-2026").error().code,
              "weak_password");
    EXPECT_EQ(sign_in.change_password(opened->token, "wrong", "Zhiheng-2027").error().code, "wrong_password");
    EXPECT_TRUE(sign_in.change_password(opened->token, "Zhiheng-2026", "Zhiheng-2027"));
}

}  // namespace
