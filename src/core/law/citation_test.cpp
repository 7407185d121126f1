#include "law/citation.hpp"

#include <gtest/gtest.h>

namespace law {

namespace {

// "法|120-1|2|5|130": law, article, paragraph, item, through.
std::string shown(const Cited& cited) {
    std::string text = cited.law;
    if (cited.article) text += "|" + address_of(*cited.article);
    if (cited.paragraph > 0) text += "|款" + std::to_string(cited.paragraph);
    if (cited.item > 0) text += "|项" + std::to_string(cited.item);
    if (cited.through) text += "|至" + address_of(*cited.through);
    return text;
}

}  // namespace

TEST(Citations, AreFoundInABasis) {
    struct Row {
        const char* why;
        const char* basis;
        std::vector<std::string> expected;
    };
    const Row table[] = {
        {"one article",                                  "行政处罚法 第六十二条",                        {"行政处罚法|62"}                                                               },
        {"paragraph and item",                           "行政处罚法 第六十四条第一款第（一）项",        {"行政处罚法|64|款1|项1"}                                                       },
        {"item without paragraph",                       "程序规定 第八十二条第（五）项",                {"程序规定|82|项5"}                                                             },
        {"two of one law",                               "行政处罚法 第七十七条、第七十八条",            {"行政处罚法|77", "行政处罚法|78"}                                              },
        {"two laws",                                     "行政处罚法 第四十五条; 程序规定 第五十八条",   {"行政处罚法|45", "程序规定|58"}                                                },
        {"full-width semicolon",
         "行政复议法 第四十四条；行政诉讼法 第四十五条",                                                 {"行政复议法|44", "行政诉讼法|45"}                                              },
        {"a range",
         "程序规定 第四十九条至第五十四条; 行政处罚法 第五十八条",                                       {"程序规定|49|至54", "行政处罚法|58"}                                           },
        {"quoted title, no blank",
         "《中华人民共和国食品安全法》第一百二十四条第一款第（五）项、第一百三十六条",                   {"《中华人民共和国食品安全法》|124|款1|项5", "《中华人民共和国食品安全法》|136"}},
        {"two quoted titles",
         "《食品安全法》第三十四条、《产品质量法》第五条",                                               {"《食品安全法》|34", "《产品质量法》|5"}                                       },
        {"inserted article",                             "刑法 第一百四十二条之一",                      {"刑法|142-1"}                                                                  },
        {"a year behind the name",                       "公示规定（2021年） 第十条",                    {"公示规定（2021年）|10"}                                                       },
        {"a document number",                            "国市监法规〔2022〕2号第十七条",                {"国市监法规〔2022〕2号|17"}                                                    },
        {"in a sentence",                                "已超过二年，依据行政处罚法第三十六条不再处罚", {"行政处罚法|36"}                                                               },
        {"a further paragraph is not a further article",
         "行政处罚法 第七十五条第二款、第四十八条",                                                      {"行政处罚法|75|款2", "行政处罚法|48"}                                          },
        {"a name alone",                                 "执衡设计规则",                                 {"执衡设计规则"}                                                                },
        {"two names alone",                              "国市监法规〔2022〕2号；执衡设计规则",          {"国市监法规〔2022〕2号", "执衡设计规则"}                                       },
        {"nothing",                                      "",                                             {}                                                                              },
        {"no article of no number",                      "某法 第条",                                    {"某法 第条"}                                                                   },
    };
    for (const Row& row : table) {
        SCOPED_TRACE(row.why);
        std::vector<std::string> found;
        for (const Cited& cited : citations_in(row.basis)) found.push_back(shown(cited));
        EXPECT_EQ(found, row.expected);
    }
}

TEST(ArticleNumbers, AreReadAndWritten) {
    struct Row {
        const char* text;
        const char* address;
    };
    const Row table[] = {
        {"1",                    "1"    },
        {"120-1",                "120-1"},
        {"第一百二十条之一",     "120-1"},
        {"第十条",               "10"   },
        {"第二〇条",             ""     },
        {"",                     ""     },
        {"0",                    ""     },
        {"-1",                   ""     },
        {"1-",                   ""     },
        {"1-0",                  ""     },
        {"12a",                  ""     },
        {"10000",                ""     },
        {"第百二十条",           ""     },
        {"第十条第一款",         ""     },
        {"第一千零一条",         "1001" },
        {"99999999999999999999", ""     },
    };
    for (const Row& row : table) {
        const auto number = article_number(row.text);
        EXPECT_EQ(number ? address_of(*number) : "", row.address) << row.text;
    }
    EXPECT_EQ(title_of({142, 1}), "第一百四十二条之一");
}

}  // namespace law
