#include "files/leavings.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

namespace {

namespace fs = std::filesystem;

const std::string id(32, 'a');

struct FolderOfLeavings : testing::Test {
    fs::path folder;
    void SetUp() override {
        std::string pattern = fs::temp_directory_path() / "zhiheng-leavings-XXXXXX";
        folder = mkdtemp(pattern.data());
    }
    void TearDown() override { fs::remove_all(folder); }
    void put(const fs::path& name, std::size_t bytes = 3) const {
        fs::create_directories((folder / name).parent_path());
        std::ofstream(folder / name) << std::string(bytes, 'x');
    }
};

base::Result<bool> yes() {
    return true;
}

}  // namespace

TEST_F(FolderOfLeavings, SeesWhatIsUnfinishedAndNothingElse) {
    put(id + "/0", 4);
    put(id + "/1", 5);
    put("new-1");
    put("README.txt");
    fs::create_symlink("/etc", folder / std::string(32, 'b'));
    files::Leavings uploads(folder, files::upload_of);
    const auto all = uploads.all();
    ASSERT_EQ(all.size(), 2U) << "a link out of the folder is never followed";
    EXPECT_EQ(all[0].id, id);
    EXPECT_GE(all[0].bytes, 9);
    EXPECT_EQ(all[1].id, "");
    EXPECT_TRUE(*uploads.remove(all[0], yes));
    EXPECT_FALSE(fs::exists(folder / id));
    EXPECT_TRUE(fs::exists(folder / "README.txt"));
}

TEST_F(FolderOfLeavings, LeavesWhatIsWantedOrWasChangedMeanwhile) {
    put(id + "/0");
    files::Leavings uploads(folder, files::upload_of);
    const auto before = uploads.all().at(0);
    EXPECT_FALSE(*uploads.remove(before, []() -> base::Result<bool> { return false; }));
    fs::last_write_time(folder / id / "0", fs::last_write_time(folder / id / "0") + std::chrono::hours(1));
    EXPECT_FALSE(*uploads.remove(before, yes)) << "a piece has come in";
    EXPECT_TRUE(fs::exists(folder / id / "0"));
}

TEST_F(FolderOfLeavings, AKeptVolumeIsNoWork) {
    put("work-" + id + "/a");
    put(id + ".zip");
    put("990101-2024-000001.zip");
    files::Leavings work(folder, files::volume_work_of);
    EXPECT_EQ(work.all().size(), 2U);
    EXPECT_FALSE(files::volume_work_of("990101-2024-000001.zip"));
}
