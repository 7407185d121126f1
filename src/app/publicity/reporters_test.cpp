#include "publicity/reporters.hpp"

#include <gtest/gtest.h>

namespace {

struct Row {
    std::string why, text;
    std::vector<std::string> told;
};

// 投诉举报处理办法 第三十七条: nothing of who reported comes to the one reported.
TEST(Reporters, AreToldByNameAndByWhatBelongsToThem) {
    const std::vector<Row> rows{
        {"a name and all that goes with it",
         "举报人王大明（电话13812345678，住临江市东湖区3号）举报后，本局进行了检查。",                           {"举报人王大明（电话13812345678"}   },
        {"a name alone",                         "根据举报人李小红的举报，本局立案。",                           {"举报人李小红"}                    },
        {"a name of two letters",                "举报人陈立反映该店销售过期食品。",                             {"举报人陈立"}                      },
        {"a row of a form",                      "| 举报人 | 王大明 |",                                          {"举报人 | 王大明"}                 },
        {"a label",                              "举报人：于海，来电反映。",                                     {"举报人：于海"}                    },
        {"the word behind the name",             "证人、王大明（举报人）提供了小票。",                           {"王大明（举报人）"}                },
        {"no name, but his telephone",
         "举报人（联系电话：13812345678）称该店售假。",                                                          {"举报人（联系电话：13812345678"}   },
        {"an identity number",                   "举报人身份证号110101199003074477。",                           {"举报人身份证号110101199003074477"}},
        {"spaces in the name",                   "举报人 王 大 明 举报称",                                       {"举报人 王 大 明"}                 },
        {"what he bought",                       "举报人王大明购买了该批奶粉。",                                 {"举报人王大明"}                    },
        {"whose neighbour he is",                "举报人王大明与当事人系邻居。",                                 {"举报人王大明"}                    },
        {"what he stated",                       "举报人王大明陈述，商品已经过期。",                             {"举报人王大明"}                    },
        {"that there was a report",              "2026年3月2日，本局接到举报，反映当事人销售过期食品。",         {}                                  },
        {"words that begin like a name",
         "据举报人陈述，商品已经过期；不得泄露举报人信息。维护举报人权益，举报人满意。举报人居住在附近。",       {}                                  },
        {"words for who or what he is",
         "举报人为常客，举报人车辆在店外，举报人单位出具证明，举报人方面没有异议。",                             {}                                  },
        {"somebody unnamed",                     "举报人向本局反映，当事人销售过期食品。",                       {}                                  },
        {"a word that is a surname too",
         "举报人于2026年3月2日来电；举报人应当如实反映；举报人曾多次反映。",                                     {}                                  },
        {"masked",                               "举报人王某反映，举报人张某某的电话为138****5678。",            {}                                  },
        {"the one reported",                     "被举报人王大明，电话13812345678。",                            {}                                  },
        {"the party's own data in the sentence", "举报人反映当事人王大明（电话13812345678）无照经营。",          {}                                  },
        {"what he did",                          "举报人提供的照片、举报人反映的情况、对举报人的信息予以保密。", {}                                  },
        {"what an officer may say of him",       "举报人为消费者，举报人系该店顾客，举报人的陈述与现场一致。",   {}                                  },
    };
    for (const Row& row : rows) EXPECT_EQ(publicity::reporters_told(row.text), row.told) << row.why;
}

// The file knows his name: it is told without the word for him too.
TEST(Reporters, AreToldByTheNameTheFileHas) {
    const std::vector<std::string> names{"王大明", "于海", "王"};
    EXPECT_EQ(publicity::recorded_told("王大明于3月1日购买，于 海在场。", names),
              (std::vector<std::string>{"王大明", "于 海"}));
    EXPECT_TRUE(publicity::recorded_told("当事人王大庆于海边经营。", {"王大明"}).empty());
    EXPECT_TRUE(publicity::recorded_told("王姓消费者购买。", {"王"}).empty());
}

}  // namespace
