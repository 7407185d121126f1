#include "sweep/sweep.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

namespace {

using namespace std::chrono_literals;

const base::Instant now = base::Instant::at(base::Date(2026y / 11 / 22), 0, 5);

base::Instant days_ago(int days) {
    return now.plus_hours(-24 * days);
}

class SetClock final : public ports::Clock {
  public:
    base::Instant now() const override { return ::now; }
};

class Uploads final : public ports::SweepStore {
  public:
    std::map<std::string, base::Instant> open;
    std::vector<std::string> kept;      // volumes that were loaded
    std::vector<std::string> finished;  // at the very moment they are to be forgotten

    base::Result<std::vector<ports::AbandonedUpload>> abandoned(std::string_view kind,
                                                                base::Instant before) override {
        EXPECT_EQ(kind, "foreign");
        std::vector<ports::AbandonedUpload> list;
        for (const auto& [id, begun] : open)
            if (begun < before) list.push_back({.id = id, .agency = "990101", .begun_at = begun});
        return list;
    }
    base::Result<bool> forget(std::string_view, std::string_view id, base::Instant) override {
        if (std::ranges::find(finished, id) != finished.end()) return false;
        return open.erase(std::string(id)) == 1;
    }
    base::Result<bool> is_wanted(std::string_view, std::string_view id) override {
        return open.contains(std::string(id)) || std::ranges::find(kept, id) != kept.end();
    }
};

class Folder final : public ports::Leavings {
  public:
    std::vector<ports::Leaving> here;

    std::vector<ports::Leaving> all() override { return here; }
    base::Result<bool> remove(const ports::Leaving& one,
                              const std::function<base::Result<bool>()>& is_unwanted) override {
        if (!TRY(is_unwanted())) return false;
        return std::erase_if(here, [&](const ports::Leaving& each) { return each.name == one.name; }) == 1;
    }
    bool has(std::string_view name) const {
        return std::ranges::find(here, name, &ports::Leaving::name) != here.end();
    }
};

ports::Leaving leaving(std::string name, std::string id, int days) {
    return {.name = std::move(name), .id = std::move(id), .changed_at = days_ago(days), .bytes = 10};
}

std::vector<sweep::Removed> swept(Uploads& store, Folder& folder, std::string kind = "foreign") {
    const SetClock clock;
    const auto removed = sweep::run(
        store, clock,
        {
            {.kind = std::move(kind), .title = "未完成的上传", .hours = 24 * 30, .leavings = folder}
    },
        [] { return true; });
    EXPECT_TRUE(removed);
    return removed ? *removed : std::vector<sweep::Removed>();
}

}  // namespace

TEST(Sweep, RemovesOnlyWhatIsOldAndWhatNothingLeadsTo) {
    struct Row {
        const char* why;
        int begun_days;  // -1: there is no upload
        int file_days;   // -1: there is no file
        bool is_kept, is_finished;
        bool upload_stays, file_stays;
    };
    const Row table[] = {
        {"begun and left",                         40, 40, false, false, false, false},
        {"begun long ago, gone on with yesterday", 40, 1,  false, false, true,  true },
        {"begun yesterday",                        1,  1,  false, false, true,  true },
        {"begun and left without a piece",         40, -1, false, false, false, false},
        {"a file whose upload is gone",            -1, 40, false, false, false, false},
        {"a file whose upload has just gone",      -1, 1,  false, false, false, true },
        {"a volume that is kept, however old",     -1, 90, true,  false, false, true },
        {"finished while it was to be forgotten",  40, 40, false, true,  true,  true },
    };
    for (const Row& row : table) {
        SCOPED_TRACE(row.why);
        Uploads store;
        Folder folder;
        if (row.begun_days >= 0) store.open["u"] = days_ago(row.begun_days);
        if (row.file_days >= 0) folder.here.push_back(leaving("u.part", "u", row.file_days));
        if (row.is_kept) store.kept.push_back("u");
        if (row.is_finished) store.finished.push_back("u");
        const auto removed = swept(store, folder);
        EXPECT_EQ(store.open.contains("u"), row.upload_stays);
        EXPECT_EQ(folder.has("u.part"), row.file_stays);
        const bool went =
            (row.begun_days >= 0 && !row.upload_stays) || (row.file_days >= 0 && !row.file_stays);
        EXPECT_EQ(removed.size(), went ? 1U : 0U);
    }
}

TEST(Sweep, ATemporaryFileIsNobodysAndGoesByItsAge) {
    Uploads store;
    Folder folder;
    folder.here = {leaving("new-1", "", 31), leaving("new-2", "", 29)};
    EXPECT_EQ(swept(store, folder, "").size(), 1U);
    EXPECT_TRUE(folder.has("new-2"));
}

TEST(Sweep, TellsWhatItRemovedWithoutNames) {
    Uploads store;
    store.open["u"] = days_ago(40);
    Folder folder;
    folder.here = {leaving("u.part", "u", 40), leaving("v.part", "v", 50)};
    const base::Value told = sweep::report(swept(store, folder));
    EXPECT_EQ(told.integer("removed"), 2);
    EXPECT_EQ(told.integer("bytes"), 20);
    ASSERT_EQ(told.list("list").size(), 2U);
    EXPECT_EQ(told.list("list").front().text("agency"), "990101");
    EXPECT_EQ(told.list("list").front().text("since"), "2026-10-13");
}

TEST(Sweep, AnAgeThatIsNoNumberIsRefused) {
    struct Row {
        const char* why;
        base::Value days;
    };
    const Row table[] = {
        {"missing", base::Value()    },
        {"nothing", base::Value(0)   },
        {"words",   base::Value("30")},
        {"ages",    base::Value(5000)},
    };
    for (const Row& row : table) {
        base::Object content{
            {"foreign_upload_days", 30},
            {"work_hours",          24}
        };
        if (!row.days.is_null()) content.set("evidence_upload_days", row.days);
        EXPECT_FALSE(sweep::Rules::from(content)) << row.why;
    }
}
