#include "document/unbroken.hpp"

#include <gtest/gtest.h>

#include <string>

namespace document {
namespace {

std::vector<std::string> pieces(std::string_view text) {
    std::vector<std::string> made;
    for (const Span& span : unbroken(text)) made.emplace_back(text.substr(span.begin, span.end - span.begin));
    return made;
}

TEST(Unbroken, AreNumbersDatesSumsAndNumbersOfPapers) {
    struct Row {
        const char* why;
        std::string text;
        std::vector<std::string> pieces;
    };
    const Row table[] = {
        {"a date",                 "于2024年7月4日作出",                    {"2024年7月4日"}                           },
        {"a sum and its unit",     "罚款86,670.00元整",                     {"86,670.00元"}                            },
        {"in ten thousands",       "货值8.6万元",                           {"8.6万元"}                                },
        {"a list",                 "编号：990101-2024-000002-QD001。",      {"990101-2024-000002-QD001"}               },
        {"a paper",                "《决定书》（临东市监强制〔2024〕1号）", {"临东市监强制〔2024〕1号"}                },
        {"of complaints",          "临东市监〔2026〕第3号",                 {"临东市监〔2026〕第3号"}                  },
        {"two of them",            "临东市监罚告〔2024〕1号、2024年7月4日", {"临东市监罚告〔2024〕1号", "2024年7月4日"}},
        {"pages",                  "12-13",                                 {"12-13"}                                  },
        {"a sentence ends",        "共3页，",                               {"3页"}                                    },
        {"words without a number", "GB标准，ABC",                           {}                                         },
        {"nothing",                "",                                      {}                                         },
    };
    for (const Row& row : table) {
        SCOPED_TRACE(row.why);
        EXPECT_EQ(pieces(row.text), row.pieces);
    }
}

}  // namespace
}  // namespace document
