#include "naming/file_name.hpp"

#include <gtest/gtest.h>

#include <string>

TEST(FileName, LeadsNowhereAndHidesNothing) {
    struct Row {
        const char* why;
        std::string name;
        bool is_one;
    };
    const Row table[] = {
        {"a picture", "现场照片 1.jpg", true},
        {"a script is only a name", "<script>alert(1)<x>.pdf", true},
        {"a smile", "😀.png", true},
        {"a hidden file", ".png", true},
        {"nothing", "", false},
        {"blanks", " 　", false},
        {"the folder above", "..", false},
        {"a way out", "../../etc/passwd", false},
        {"a way out as Windows writes it", "..\\x.pdf", false},
        {"a slash of full width is no slash here", "甲／乙合同.pdf", true},
        {"a mark that turns the direction", "照片\u202Egnp.exe", false},
        {"a mark of no width", "决定\u200B书.pdf", false},
        {"a line end", "a\nb.pdf", false},
        {"bytes that are no letters", "\xff\xfe.pdf", false},
        {"half a pair of UTF-16", "\xed\xa0\x80.pdf", false},
        {"too long", std::string(201, 'x'), false},
    };
    for (const Row& row : table) EXPECT_EQ(naming::is_file_name(row.name), row.is_one) << row.why;
}
