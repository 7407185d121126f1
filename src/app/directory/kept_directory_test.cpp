#include "directory/kept_directory.hpp"

#include <gtest/gtest.h>

namespace {

class SetClock final : public ports::Clock {
  public:
    base::Instant at = base::Instant::at(base::Date(std::chrono::year(2026) / 11 / 20), 9);
    base::Instant now() const override { return at; }
    void pass(std::chrono::milliseconds span) { at = base::Instant(at.point() + span); }
};

// Answers with how often it was asked, so that a kept answer is told from a new one.
class CountingDirectory final : public ports::Directory {
  public:
    int asked = 0;
    base::Result<ports::Agency> agency(const identity::Viewer& viewer) override {
        ++asked;
        return ports::Agency{.code = viewer.agency,
                             .name = std::to_string(asked),
                             .short_name = {},
                             .jurisdiction = {},
                             .details = {}};
    }
    base::Result<std::vector<casefile::Staff>> staff(const identity::Viewer& viewer,
                                                     base::Date day) override {
        ++asked;
        return std::vector<casefile::Staff>{{.id = viewer.agency + day.str()}};
    }
    base::Result<std::vector<ports::CasePlace>> case_places(const identity::Viewer&) override {
        return std::vector<ports::CasePlace>();
    }
    base::Result<std::vector<ports::Unit>> units(const identity::Viewer&) override {
        ++asked;
        return std::vector<ports::Unit>{};
    }
    base::Result<void> put(const std::vector<ports::NodeRow>&,
                           const std::vector<ports::PersonRow>&) override {
        return {};
    }
    base::Result<bool> empty() override { return false; }
};

identity::Viewer of(std::string agency) {
    return {.person = "zhou", .name = {}, .node = {}, .agency = std::move(agency), .roles = {}};
}

struct KeptDirectory : testing::Test {
    SetClock clock;
    CountingDirectory behind;
    directory::KeptDirectory kept{behind, clock};
    base::Date today = clock.at.date();
};

TEST_F(KeptDirectory, AsksOnceASecond) {
    for (int i = 0; i < 3; ++i) EXPECT_EQ(kept.agency(of("990101"))->name, "1");
    clock.pass(std::chrono::milliseconds(999));
    EXPECT_EQ(kept.agency(of("990101"))->name, "1");
    clock.pass(std::chrono::milliseconds(1));
    EXPECT_EQ(kept.agency(of("990101"))->name, "2");
}

TEST_F(KeptDirectory, KeepsAgenciesApart) {
    EXPECT_EQ(kept.agency(of("990101"))->code, "990101");
    EXPECT_EQ(kept.agency(of("990102"))->code, "990102");
    EXPECT_EQ(kept.staff(of("990101"), today)->front().id, "990101" + today.str());
    EXPECT_EQ(kept.staff(of("990102"), today)->front().id, "990102" + today.str());
}

TEST_F(KeptDirectory, AsksAnewForAnotherDay) {
    EXPECT_EQ(kept.staff(of("990101"), today)->front().id, "990101" + today.str());
    EXPECT_EQ(kept.staff(of("990101"), today.plus_days(1))->front().id, "990101" + today.plus_days(1).str());
    EXPECT_EQ(kept.staff(of("990101"), today)->front().id, "990101" + today.str());
    EXPECT_EQ(behind.asked, 3);
}

TEST_F(KeptDirectory, ForgetsWhenTheOrganisationChanges) {
    (void)kept.agency(of("990101"));
    ASSERT_TRUE(kept.put({}, {}));
    EXPECT_EQ(kept.agency(of("990101"))->name, "2");
}

}  // namespace
