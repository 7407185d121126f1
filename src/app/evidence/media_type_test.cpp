#include "evidence/media_type.hpp"

#include <gtest/gtest.h>

namespace evidence {

using namespace std::string_view_literals;

TEST(MediaType, IsDecidedByContent) {
    struct Row {
        const char* why;
        std::string_view head;
        const char* type;
    };
    const Row table[] = {
        {"png",                             "\x89PNG\r\n\x1a\n...."sv,              "image/png"                                                              },
        {"jpeg",                            "\xff\xd8\xff\xe0....JFIF"sv,           "image/jpeg"                                                             },
        {"pdf",                             "%PDF-1.7"sv,                           "application/pdf"                                                        },
        {"mp4",
         "\0\0\0\x20"
         "ftypisom...."sv,                                                          "video/mp4"                                                              },
        {"sound of a telephone",
         "\0\0\0\x20"
         "ftypM4A ...."sv,                                                          "audio/mp4"                                                              },
        {"a program is no evidence",        "MZ\x90\0"sv,                           ""                                                                       },
        {"a page of script is none either", "<html><script>"sv,                     ""                                                                       },
        {"words in UTF-8",                  "情况说明\r\n"sv,                       "text/plain"                                                             },
        {"words in GB 18030",               "\xc7\xe9\xbf\xf6\xcb\xb5\xc3\xf7\n"sv, "text/plain"                                                             },
        {"a script",                        "#!/bin/sh\n"sv,                        ""                                                                       },
        {"a file of a word processor",
         "PK\x03\x04....[Content_Types].xml....PK\x03\x04....word/document.xml"sv,  "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
        {"any other zip",                   "PK\x03\x04....setup.exe"sv,            ""                                                                       },
        {"nothing",                         ""sv,                                   ""                                                                       },
    };
    for (const Row& row : table) {
        SCOPED_TRACE(row.why);
        EXPECT_EQ(media_type_of(row.head), row.type);
    }
}

TEST(MediaType, ANameMayNotClaimAnotherKind) {
    EXPECT_FALSE(name_contradicts("现场.JPG", "image/jpeg"));
    EXPECT_TRUE(name_contradicts("现场.jpg", "image/png"));
    EXPECT_TRUE(name_contradicts("报告.docx", "application/pdf"));
    EXPECT_TRUE(name_contradicts("说明.html", "text/plain"));
    EXPECT_FALSE(name_contradicts("说明.txt", "text/plain"));
    EXPECT_FALSE(name_contradicts("无扩展名", "video/mp4"));
}

}  // namespace evidence
