#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "books/books.hpp"
#include "catalogue/catalogue.hpp"
#include "crypto/sm2.hpp"
#include "demo/organisation.hpp"
#include "foreign_volumes/load_volume.hpp"
#include "installation/foreign_shelf.hpp"
#include "testing/memory_desk.hpp"
#include "volume/writer.hpp"

// The end of loading a foreign volume: called twice, broken off, not answered for. What is kept is never
// lost.
namespace {

namespace fs = std::filesystem;

const std::string id(32, 'a');

class Store final : public ports::ForeignVolumeStore {
  public:
    std::int64_t size = 0;
    std::string refuses;  // code of what keep() answers
    bool has_it = false;  // under the identifier of the upload
    bool is_written_all_the_same = false;
    bool has_ended = false;

    base::Result<void> begin(const identity::Viewer&, const ports::ForeignUpload&) override { return {}; }
    base::Result<ports::ForeignUpload> upload(const identity::Viewer&, std::string_view) override {
        return ports::ForeignUpload{.id = id,
                                    .name = "案卷.zip",
                                    .size = size,
                                    .chunk_size = size,
                                    .author = "zhou-min",
                                    .started_at = {},
                                    .received = {0}};
    }
    base::Result<void> note_piece(const identity::Viewer&, std::string_view, std::int64_t,
                                  std::string_view) override {
        return {};
    }
    base::Result<std::vector<ports::ForeignUpload>> uploads(const identity::Viewer&) override {
        return std::vector<ports::ForeignUpload>();
    }
    base::Result<void> end(const identity::Viewer&, std::string_view) override {
        has_ended = true;
        return {};
    }
    base::Result<void> keep(const identity::Viewer&, const ports::ForeignVolume&) override {
        has_it = refuses.empty() || is_written_all_the_same;
        if (!refuses.empty()) return base::fail(refuses, "没有写入");
        return {};
    }
    base::Result<std::vector<ports::ForeignVolume>> list(const identity::Viewer&) override {
        return std::vector<ports::ForeignVolume>();
    }
    base::Result<ports::ForeignVolume> load(const identity::Viewer&, std::string_view asked) override {
        if (!has_it) return base::fail("not_found", "没有这份外来案卷");
        ports::ForeignVolume volume;
        volume.id = asked;
        return volume;
    }
    base::Result<void> note_view(const identity::Viewer&, std::string_view, std::string_view) override {
        return {};
    }
};

const books::Books& known() {
    static const auto books = books::load_books(catalogue::Files());
    if (!books) throw std::runtime_error(books.error().message);
    return **books;
}

std::string sound_volume(const fs::path& file) {
    const auto key = *crypto::SigningKey::generate();
    std::vector<volumes::Source> all{
        {.item = {.path = "正卷/001 立案审批表.pdf",
                  .title = "立案审批表",
                  .kind = "paper",
                  .size = 0,
                  .sm3 = {},
                  .page = 0},
         .file = {},
         .bytes = "%PDF-1.7"}
    };
    const auto written =
        volumes::write(file,
                       {.case_no = "990205-2026-000001",
                        .agency = "990205",
                        .agency_name = "某局",
                        .made_at = "2026-05-06",
                        .head = std::string(64, '0'),
                        .items = {}},
                       std::move(all), {}, [&](std::string_view message) -> base::Result<volumes::Signed> {
                           return volumes::Signed{key.sign(message), key.public_pem()};
                       });
    EXPECT_TRUE(written);
    std::ostringstream text;
    text << std::ifstream(file, std::ios::binary).rdbuf();
    return text.str();
}

struct ForeignLoading : testing::Test {
    testing_office::MemoryDesk desk{
        known(), *demo::Organisation::from(*catalogue::Files().load("demo/organisation.yaml"))};
    identity::Viewer viewer = desk.viewer("zhou-min");
    fs::path folder;
    std::unique_ptr<installation::ForeignShelf> shelf;
    Store store;
    std::string bytes;

    void SetUp() override {
        std::string pattern = fs::temp_directory_path() / "zhiheng-foreign-XXXXXX";
        folder = mkdtemp(pattern.data());
        bytes = sound_volume(folder / "made.volume");
        store.size = static_cast<std::int64_t>(bytes.size());
        open();
        ASSERT_TRUE(shelf->put_piece(id, 0, bytes));
    }
    void TearDown() override {
        std::error_code ignored;
        fs::remove_all(folder, ignored);
    }
    void open() {
        shelf = std::make_unique<installation::ForeignShelf>(
            folder / "foreign", volume::ForeignLimits{.bytes_max = 1 << 30, .items_max = 1000});
    }
    bool has(const char* ending) const { return fs::exists(folder / "foreign" / (id + ending)); }
    foreign_volumes::Room room() { return {.office = desk.office, .store = store, .shelf = *shelf}; }
    base::Result<foreign_volumes::Loaded> complete(std::string_view key = {}) {
        return foreign_volumes::complete(room(), viewer, id, key);
    }
};

std::string code_of(const auto& result) {
    return result ? "" : result.error().code;
}

}  // namespace

TEST_F(ForeignLoading, OneCallerAloneJudgesIt) {
    ASSERT_TRUE(shelf->claim(id));
    ASSERT_TRUE(shelf->take(id));
    const auto second = complete();
    EXPECT_EQ(code_of(second), "in_progress");
    EXPECT_FALSE(second.error().message.empty());
    EXPECT_EQ(code_of(shelf->put_piece(id, 0, "other bytes")), "in_progress");
    EXPECT_TRUE(has(".checking"));
    EXPECT_FALSE(has(".part"));
    EXPECT_TRUE(shelf->check(id)->faults.empty());
    shelf->release(id);
    EXPECT_EQ(code_of(complete()), "");
}

TEST_F(ForeignLoading, ASecondCallLosesNothingThatIsKept) {
    ASSERT_TRUE(complete()->volume);
    store.has_it = true;
    EXPECT_EQ(complete()->volume->id, id) << "the answer was lost, the volume was not";
    EXPECT_TRUE(store.has_ended);
    EXPECT_EQ(code_of(complete(std::string(64, 'f'))), "already_loaded") << "of another key than asked for";
    EXPECT_TRUE(has(".zip"));
    EXPECT_EQ(code_of(shelf->put_piece(id, 0, "other bytes")), "in_progress");
    shelf->drop_unfinished(id);
    EXPECT_TRUE(has(".zip"));
}

TEST_F(ForeignLoading, AStopBetweenTheFileAndItsRowIsHealedByTheNextCall) {
    store.refuses = "database_unavailable";
    EXPECT_EQ(code_of(complete()), "database_unavailable");
    ASSERT_TRUE(has(".zip"));
    open();
    store.refuses.clear();
    const auto healed = complete();
    ASSERT_EQ(code_of(healed), "");
    EXPECT_TRUE(healed->volume);
    EXPECT_TRUE(has(".zip"));
}

TEST_F(ForeignLoading, WhatIsGoneFromTheDiskIsSentAnew) {
    fs::remove_all(folder / "foreign");
    EXPECT_EQ(code_of(complete()), "not_found");
    EXPECT_TRUE(store.has_ended);
}

TEST_F(ForeignLoading, AnAbandonedOneLeavesNothing) {
    ASSERT_TRUE(shelf->claim(id));
    EXPECT_EQ(code_of(foreign_volumes::abandon(room(), viewer, id)), "in_progress");
    shelf->release(id);
    ASSERT_TRUE(foreign_volumes::abandon(room(), viewer, id));
    EXPECT_TRUE(store.has_ended);
    EXPECT_TRUE(shelf->all().empty());
}

TEST_F(ForeignLoading, TheSweepKeepsAwayFromWhatIsClaimed) {
    const auto yes = []() -> base::Result<bool> { return true; };
    const auto left = shelf->all();
    ASSERT_EQ(left.size(), 1U);
    EXPECT_EQ(left.front().id, id);
    ASSERT_TRUE(shelf->claim(id));
    EXPECT_FALSE(*shelf->remove(left.front(), yes));
    shelf->release(id);
    EXPECT_TRUE(*shelf->remove(left.front(), yes));
    EXPECT_TRUE(shelf->all().empty());
}

TEST_F(ForeignLoading, TheSweepTakesWhatLiesBesideAKeptVolumeAndNotTheVolume) {
    const auto wanted = []() -> base::Result<bool> { return false; };
    ASSERT_TRUE(complete()->volume);
    for (const char* ending : {".part", ".checking"})
        std::ofstream(folder / "foreign" / (id + ending)) << "a try that was cut off";
    ASSERT_EQ(shelf->all().size(), 3U);
    for (const auto& one : shelf->all()) EXPECT_EQ(*shelf->remove(one, wanted), !one.name.ends_with(".zip"));
    EXPECT_FALSE(has(".part"));
    EXPECT_FALSE(has(".checking"));
    EXPECT_TRUE(has(".zip"));
    ASSERT_TRUE(shelf->manifest(id)) << "it is read as before";
}

TEST_F(ForeignLoading, ACheckThatWasCutOffIsBegunAgain) {
    ASSERT_TRUE(shelf->claim(id));
    ASSERT_TRUE(shelf->take(id));
    open();
    EXPECT_EQ(code_of(complete()), "");
    EXPECT_TRUE(has(".zip"));
}

TEST_F(ForeignLoading, AFaultyOneIsGone) {
    const auto loaded = complete(std::string(64, 'f'));
    ASSERT_TRUE(loaded);
    EXPECT_EQ(loaded->faults.front().what, "signature");
    EXPECT_TRUE(store.has_ended);
    for (const char* ending : {".part", ".checking", ".zip"}) EXPECT_FALSE(has(ending)) << ending;
}

TEST_F(ForeignLoading, WhatTheStoreAnswersDecidesWhetherTheFileStays) {
    const struct {
        const char *why, *refuses;
        bool has_it;
        const char* code;
        bool stays, ends;
    } table[] = {
        {"written",                                          "",                     false, "",                     true,  false},
        {"perhaps written",                                  "database_unavailable", false, "database_unavailable", true,  false},
        {"another copy is held",                             "already_loaded",       false, "already_loaded",       false, true },
        {"this very one, the first answer having been lost", "already_loaded",       true,  "",                     true,  false},
    };
    for (const auto& row : table) {
        SCOPED_TRACE(row.why);
        fs::remove_all(folder / "foreign");
        ASSERT_TRUE(shelf->put_piece(id, 0, bytes));
        store.refuses = row.refuses;
        store.has_it = false;
        store.is_written_all_the_same = row.has_it;
        store.has_ended = false;
        EXPECT_EQ(code_of(complete()), row.code);
        EXPECT_EQ(has(".zip"), row.stays);
        EXPECT_EQ(store.has_ended, row.ends);
    }
}
