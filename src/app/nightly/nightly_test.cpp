#include "nightly/nightly.hpp"

#include <gtest/gtest.h>

#include <map>
#include <stdexcept>

namespace {

using namespace std::chrono_literals;

class SetClock final : public ports::Clock {
  public:
    base::Instant time = base::Instant::at(base::Date(2026y / 11 / 21), 0, 5);
    base::Instant now() const override { return time; }
};

class MemoryNights final : public ports::NightlyStore {
  public:
    std::map<std::pair<std::string, base::Date>, ports::NightlyRun> rows;

    base::Result<bool> is_done(std::string_view job, base::Date day) override {
        const auto row = rows.find({std::string(job), day});
        return row != rows.end() && row->second.error.empty();
    }
    base::Result<void> note(const ports::NightlyRun& run) override {
        rows[{run.job, run.day}] = run;
        return {};
    }
    base::Result<std::vector<ports::NightlyRun>> runs(const identity::Viewer&) override {
        return std::vector<ports::NightlyRun>();
    }
};

bool always() {
    return true;
}

TEST(Nightly, RunsEachJobOnceADay) {
    SetClock clock;
    MemoryNights store;
    int runs = 0;
    const nightly::Job jobs[] = {
        {"digest", [&](base::Date, const nightly::GoesOn&) -> base::Result<base::Value> { return ++runs; }}
    };
    EXPECT_EQ(nightly::run_due(store, clock, jobs, always), 1);
    clock.time = clock.time.plus_hours(12);
    EXPECT_EQ(nightly::run_due(store, clock, jobs, always), 0) << "noon of the same day";
    clock.time = clock.time.plus_hours(12);
    EXPECT_EQ(nightly::run_due(store, clock, jobs, always), 1) << "the next day";
    EXPECT_EQ(runs, 2);
    EXPECT_EQ(store.rows.size(), 2u);
}

TEST(Nightly, AFailedJobIsTriedAgainAndHoldsUpNoOther) {
    SetClock clock;
    MemoryNights store;
    bool broken = true;
    int second = 0;
    const nightly::Job jobs[] = {
        {"check",
         [&](base::Date, const nightly::GoesOn&) -> base::Result<base::Value> {
             if (broken) throw std::runtime_error("no");
             return base::Value("ok");
         }                                                                },
        {"digest",
         [&](base::Date, const nightly::GoesOn&) -> base::Result<base::Value> { return ++second; }}
    };
    const auto first = nightly::run_due(store, clock, jobs, always);
    ASSERT_FALSE(first);
    EXPECT_EQ(first.error().message, "check：no");
    EXPECT_EQ(second, 1);
    broken = false;
    EXPECT_EQ(nightly::run_due(store, clock, jobs, always), 1);
    EXPECT_EQ(second, 1) << "what succeeded is not done twice";
}

TEST(Nightly, WhatIsStoppedHalfWayIsBegunAnew) {
    SetClock clock;
    MemoryNights store;
    bool stopping = false;
    const nightly::Job jobs[] = {
        {"digest", [&](base::Date, const nightly::GoesOn&) -> base::Result<base::Value> {
             stopping = !stopping;
             return base::Value();
         }}
    };
    EXPECT_EQ(nightly::run_due(store, clock, jobs, [&] { return !stopping; }), 0);
    EXPECT_TRUE(store.rows.empty());
}

}  // namespace
