#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <set>

#include "picture.hpp"
#include "sheaf.hpp"

namespace {

namespace fs = std::filesystem;
using golden::Picture;
using golden::said;
using golden::sheaf;

constexpr double share_allowed = 0.002;

const fs::path& shots() {
    static const fs::path folder = [] {
        const fs::path made = sheaf().folder / "shots";
        fs::create_directories(made);
        const std::string half = std::to_string(sheaf().printed.pages / 2);
        const std::string rest = std::to_string(sheaf().printed.pages / 2 + 1);
        const std::string draw = "pdftoppm -r 40 -gray ",
                          to = "'" + sheaf().file + "' '" + made.string() + "/p'";
        said("(" + draw + "-l " + half + " " + to + " & " + draw + "-f " + rest + " " + to + "; wait)");
        return made;
    }();
    return folder;
}

// pdftoppm names pages with as many digits as the last one needs.
fs::path shot_of(int page) {
    std::string digits = std::to_string(page);
    digits.insert(0, std::to_string(sheaf().printed.pages).size() - digits.size(), '0');
    return shots() / ("p-" + digits + ".pgm");
}

// Every page looks as recorded; UPDATE_GOLDEN=1 records anew, then look at the pictures.
TEST(Pictures, EveryPageLooksAsRecorded) {
    const bool record = std::getenv("UPDATE_GOLDEN") != nullptr;
    const fs::path folder = golden::here / "pictures";
    if (record) fs::create_directories(folder);
    std::set<std::string> wanted;
    int page = 0;
    for (std::size_t i = 0; i < sheaf().names.size(); ++i)
        for (int own = 1; own <= sheaf().pages[i]; ++own) {
            const std::string name = sheaf().names[i] + "-" + std::to_string(own) + ".png";
            SCOPED_TRACE(name);
            wanted.insert(name);
            const auto seen = golden::read_pgm(shot_of(++page));
            ASSERT_TRUE(seen) << shot_of(page);
            if (record) golden::write_png(folder / name, *seen);
            const auto known = golden::read_png(folder / name);
            ASSERT_TRUE(known) << "not recorded";
            const std::size_t differing = golden::differing(*seen, *known);
            EXPECT_LE(static_cast<double>(differing),
                      share_allowed * static_cast<double>(known->greys.size()));
        }
    EXPECT_EQ(page, sheaf().printed.pages);
    for (const auto& file : fs::directory_iterator(folder))
        EXPECT_TRUE(wanted.contains(file.path().filename().string()))
            << "no page has the picture " << file.path();
}

TEST(Pictures, OfAnotherPageOrALineMovedAreSeen) {
    const auto first = golden::read_pgm(shot_of(1)), second = golden::read_pgm(shot_of(2));
    ASSERT_TRUE(first && second);
    Picture moved = *first;
    const auto row = static_cast<std::ptrdiff_t>(moved.width);
    std::rotate(moved.greys.begin(), moved.greys.begin() + 2 * row, moved.greys.end());
    const double allowed = share_allowed * static_cast<double>(first->greys.size());
    EXPECT_EQ(golden::differing(*first, *first), 0u);
    EXPECT_GT(static_cast<double>(golden::differing(*first, *second)), allowed);
    EXPECT_GT(static_cast<double>(golden::differing(*first, moved)), allowed);
}

}  // namespace
