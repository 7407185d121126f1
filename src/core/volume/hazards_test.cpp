#include "volume/hazards.hpp"

#include <gtest/gtest.h>

namespace volume {
namespace {

constexpr ForeignLimits limits{.bytes_max = 10'000, .items_max = 4};

Listed listed(std::string path, std::uint64_t size = 10) {
    return {
        .entry = {.path = std::move(path), .size = size, .crc = 0},
          .offset = 0
    };
}

std::string what_of(const Directory& directory, std::uint64_t bytes) {
    std::string all;
    for (const Fault& fault : hazards(directory, bytes, limits)) all += fault.what + " ";
    return all;
}

TEST(Hazards, AreNamedBeforeAnythingIsRead) {
    Listed locked = listed("正卷/001 决定书.pdf"), packed = locked;
    locked.is_encrypted = true;
    packed.is_compressed = true;
    const Listed good = listed("正卷/001 决定书.pdf"), other = listed("记录/行为/0001 立案.json");
    struct Row {
        const char* why;
        std::vector<Listed> entries;
        std::uint64_t bytes;
        const char* what;
    };
    const Row table[] = {
        {"as it is exported",             {good, other},                                                     5'000,  ""             },
        {"out of the folder",             {listed("../../etc/passwd")},                                      5'000,  "unsafe_name " },
        {"from the root",                 {listed("/etc/passwd")},                                           5'000,  "unsafe_name " },
        {"in the way of Windows",         {listed("..\\..\\a.exe")},                                         5'000,  "unsafe_name " },
        {"through the middle",            {listed("正卷/../../a.pdf")},                                      5'000,  "unsafe_name " },
        {"another ending shown",
         {listed("正卷/a\xE2\x80\xAE"
                 "fdp.exe")},
         5'000,                                                                                                      "unsafe_name " },
        {"no text at all",                {listed("\xFF\xFE")},                                              5'000,  "unsafe_name " },
        {"a name without end",            {listed(std::string(5'000, 'a'))},                                 5'000,  "unsafe_name " },
        {"twice the same",                {good, good},                                                      5'000,  "duplicate "   },
        {"under a passphrase",            {locked},                                                          5'000,  "encrypted "   },
        {"may swell",                     {packed},                                                          5'000,  "compressed "  },
        {"larger than the file it is in", {listed("a.pdf", 1ULL << 40U)},                                    5'000,  "out_of_place "},
        {"laid over each other",          {listed("a.pdf", 4'000), listed("b.pdf", 4'000)},                  5'000,  "overlapping " },
        {"too much",                      {good},                                                            50'000, "too_large "   },
        {"too many",                      {listed("a"), listed("b"), listed("c"), listed("d"), listed("e")}, 5'000,  "too_many "    },
    };
    for (const Row& row : table) {
        SCOPED_TRACE(row.why);
        EXPECT_EQ(what_of({.broken = false, .entries = row.entries}, row.bytes), row.what);
    }
}

TEST(Hazards, AListOfThousandsIsCutShort) {
    std::vector<Listed> bad(4'000, listed("../a"));
    EXPECT_LT(hazards({.broken = false, .entries = bad}, 5'000, limits).size(), 25U);
}

}  // namespace
}  // namespace volume
