#include "volume/judge.hpp"

#include <gtest/gtest.h>

namespace volume {
namespace {

Manifest manifest() {
    Manifest made;
    for (const char* path : {"甲", "乙", "丙"})
        made.items.push_back(
            {.path = path, .title = path, .kind = "paper", .size = 3, .sm3 = std::string(64, 'a')});
    return made;
}

std::vector<Seen> sound() {
    std::vector<Seen> seen;
    for (const Item& item : manifest().items) seen.push_back({item.path, item.size, item.sm3});
    return seen;
}

TEST(Judge, ASoundVolumeHasNoFault) {
    EXPECT_TRUE(judge(manifest(), sound()).empty());
}

TEST(Judge, NamesWhatWasDone) {
    auto changed = sound();
    changed[1].sm3[5] = 'b';
    auto dropped = sound();
    dropped.erase(dropped.begin());
    auto added = sound();
    added.push_back({"丁", 1, std::string(64, 'c')});
    auto twice = sound();
    twice.push_back(twice.front());
    auto swapped = sound();
    std::swap(swapped[0], swapped[1]);
    const struct {
        const char* why;
        std::vector<Seen> seen;
        const char *what, *path;
    } rows[] = {
        {"another content",    changed, "changed",   "乙"},
        {"one is gone",        dropped, "dropped",   "甲"},
        {"one came in",        added,   "added",     "丁"},
        {"one came twice",     twice,   "added",     "甲"},
        {"two changed places", swapped, "reordered", "乙"},
    };
    for (const auto& row : rows) {
        SCOPED_TRACE(row.why);
        const auto faults = judge(manifest(), row.seen);
        ASSERT_FALSE(faults.empty());
        EXPECT_EQ(faults.front().what, row.what);
        EXPECT_EQ(faults.front().path, row.path);
    }
}

TEST(Judge, TheChainHasNoGap) {
    Manifest list = manifest();
    const std::string zero(64, '0'), a(64, 'a'), b(64, 'b');
    list.head = b;
    const std::vector<Link> links{
        {1, "register_clue", zero, a, "1"},
        {2, "file_case",     a,    b, "2"}
    };
    EXPECT_TRUE(judge_chain(list, links, {a, b}).empty());
    EXPECT_FALSE(judge_chain(list, links, {a, a}).empty());
    EXPECT_FALSE(judge_chain(list, {links[1]}, {b}).empty());
    EXPECT_FALSE(judge_chain(list, {links[0]}, {a}).empty());
}

}  // namespace
}  // namespace volume
