#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "corpus.hpp"

namespace proofread_test {

namespace {

// Papers as other offices write them, not made by the program's templates.
File letter(const std::string& name) {
    File file{.name = name, .sources = {proofread::Source{.id = name}}};
    std::ifstream in(std::string(ZHIHENG_SOURCE_DIR) + "/tests/proofread/letters/" + name + ".txt");
    for (std::string line; std::getline(in, line);) file.sources.front().paragraphs.push_back(line);
    return file;
}

std::vector<std::string> letters() {
    return {"decision",   "dunning", "report",  "questions",  "closing",    "mediation",
            "no_penalty", "stock",   "answers", "laboratory", "on_the_spot"};
}

struct Slip {
    const char* why;
    const char* name;
    std::string_view from, to;
    std::string_view rule;
};

bool change(File& file, const Slip& slip) {
    for (std::string& line : file.sources.front().paragraphs)
        if (const auto at = line.find(slip.from); at != std::string::npos) {
            line.replace(at, slip.from.size(), slip.to);
            return true;
        }
    return false;
}

const std::vector<Slip>& table() {
    static const std::vector<Slip> slips{
        {"told after it was decided",               "decision",    "2026年5月11日，本局向",                                              "2026年5月28日，本局向",
         "date.after_document"                                                                                                                                                                 },
        {"filed before it was found",               "decision",    "于2026年4月9日予以立案",                                             "于2026年3月9日予以立案",
         "date.order"                                                                                                                                                                          },
        {"the parts do not make the whole",         "decision",    "4月6日20袋",                                                         "4月6日21袋",                       "sum.total"       },
        {"fine and gains do not make the whole",    "decision",    "共计6240元",                                                         "共计6420元",                       "sum.total"       },
        {"another firm as the party",               "decision",    "当事人在法定期限内",                                                 "当事人临江市秋月超市在法定期限内",
         "other_case.party"                                                                                                                                                                    },
        {"another firm's act",                      "decision",    "当事人的行为违反",                                                   "临江市秋月超市的行为违反",
         "other_case.party"                                                                                                                                                                    },
        {"the representative under another name",   "decision",    "对孙宁制作",                                                         "对孙凝制作",                       "twice.party_fact"},
        {"the representative hidden in one place",  "decision",    "对孙宁制作",                                                         "对孙某制作",                       "mask.partly"     },
        {"the house under another number",          "decision",    "当事人住所为临江市河西区望江路8号",
         "当事人住所为临江市河西区望江路18号",                                                                                                                               "twice.party_fact"},
        {"no court named",                          "decision",    "，也可以自收到本决定书之日起六个月内向临江市河西区人民法院提起诉讼",
         "",                                                                                                                                                                 "remedy.missing"  },
        {"the rest is not what is left",            "dunning",     "尚有3500元",                                                         "尚有3000元",                       "sum.total"       },
        {"rest and late fee do not make the whole", "dunning",     "共计4550元",                                                         "共计5450元",                       "sum.total"       },
        {"signed before it was examined",           "report",      "签发日期：2026年4月15日",                                            "签发日期：2026年4月5日",
         "date.order"                                                                                                                                                                          },
        {"examined before it arrived",              "report",      "检验日期：2026年4月9日",                                             "检验日期：2026年4月6日",
         "date.order"                                                                                                                                                                          },
        {"ended before it began",                   "questions",   "10时20分",                                                           "8时20分",                          "date.order"      },
        {"decided before it was filed",             "closing",     "决定日期：2026年5月25日",                                            "决定日期：2026年3月25日",
         "date.order"                                                                                                                                                                          },
        {"served before it was decided",            "closing",     "送达日期：2026年5月27日",                                            "送达日期：2026年5月17日",
         "date.order"                                                                                                                                                                          },
        {"ten times seventy-five",                  "mediation",   "即750元",                                                            "即570元",                          "sum.total"       },
        {"ten days that are thirty",                "mediation",   "2026年4月16日止",                                                    "2026年5月6日止",                   "period.end"      },
        {"an article about something else",         "no_penalty",  "第三十三条第一款",                                                   "第六十三条第一款",
         "citation.subject"                                                                                                                                                                    },
        {"what is left is not what was not sold",   "stock",       "剩余18双",                                                           "剩余19双",                         "count.stock"     },
        {"earned more than the prices give",        "stock",       "获利276元",                                                          "获利726元",                        "sum.profit"      },
        {"sold for more than the price gives",      "stock",       "销售额780元",                                                        "销售额870元",                      "sum.product"     },
        {"less left than the books say",            "answers",     "库存还有36盒",                                                       "库存还有26盒",                     "count.stock"     },
        {"earned less than the prices give",        "answers",     "赚了60元",                                                           "赚了50元",                         "sum.profit"      },
        {"it kept two months longer",               "answers",     "2026年1月31日就过期",                                                "2026年3月31日就过期",
         "period.shelf_life"                                                                                                                                                                   },
        {"born on another day",                     "answers",     "1985年3月12日",                                                      "1985年3月21日",                    "code.birth"      },
        {"a woman's number",                        "answers",     "性别：男",                                                           "性别：女",                         "code.gender"     },
        {"below the limit and failed",              "laboratory",  "实测值1.62g/kg",                                                     "实测值0.62g/kg",                   "twice.verdict"   },
        {"above the limit and passed",              "laboratory",  "实测值0.35g/kg",                                                     "实测值3.5g/kg",                    "twice.verdict"   },
        {"a row below the least and passed",        "laboratory",  "| 3.1 |",                                                            "| 2.1 |",                          "twice.verdict"   },
        {"a row within the limit and failed",       "laboratory",  "| 4.6 |",                                                            "| 3.6 |",                          "twice.verdict"   },
        {"straight to the court",                   "on_the_spot",
         "应当自收到本决定书之日起六十日内先向临江市河西区人民政府申请行政复议；对复议决定不服的，可以自收到"
         "复议决定书之日起十五日内向",                                                                                      "可以自收到本决定书之日起六十日内向临江市河西区人民政府申请行政复议；也可以自收到本决定书之日起六个"
         "月内向",                                                                                                                         "remedy.order"                                                                                                                                                                           },
        {"a hundred and a thousand",                                         "on_the_spot",                             "壹佰元整",                                "壹仟元整",                                        "capital.differs"},
        {"the decision under a number turned round",                                         "closing",             "附：河西市监处罚〔2026〕37号",
         "附：河西市监处罚〔2026〕73号",                        "twice.document_number"                                                                                                                                                        },
    };
    return slips;
}

}  // namespace

// What docs/proofreading.md says of them is what there is.
TEST(Letters, AreCountedInTheDocument) {
    std::ifstream in(std::string(ZHIHENG_SOURCE_DIR) + "/docs/proofreading.md");
    const std::string text(std::istreambuf_iterator<char>(in), {});
    const std::string told = std::to_string(letters().size()) + " letters, left in peace, and " +
                             std::to_string(table().size()) + " slips";
    EXPECT_TRUE(text.contains(told)) << told;
}

TEST(Letters, OfOtherOfficesAreLeftInPeace) {
    for (const std::string& name : letters()) {
        const File file = letter(name);
        ASSERT_GE(file.sources.front().paragraphs.size(), 4U) << name;
        for (const proofread::Finding& finding : faults(file)) ADD_FAILURE() << words(file, finding);
    }
}

TEST(Letters, OfOtherOfficesShowTheirSlips) {
    for (const Slip& slip : table()) {
        SCOPED_TRACE(slip.why);
        File file = letter(slip.name);
        ASSERT_TRUE(change(file, slip));
        const auto found = faults(file);
        EXPECT_TRUE(std::ranges::any_of(
            found, [&](const proofread::Finding& finding) { return finding.rule == slip.rule; }));
        for (const auto& finding : found)
            if (finding.rule != slip.rule) std::cout << words(file, finding) << "\n";
    }
}

// What differs from a slip by what it tells: the paper stays in peace.
TEST(Letters, OfOtherOfficesMayTellMore) {
    const Slip rows[] = {
        {"the decision on the other party",
         "closing", "行政处罚决定书、",
         "行政处罚决定书、同案临江市江畔粮油有限公司的河西市监处罚〔2026〕38号行政处罚决定书、", {}},
        {"an earlier decision",
         "closing", "当事人已履行，",
         "当事人曾于2025年受到处罚（河西市监处罚〔2026〕36号）。当事人已履行，",                 {}},
    };
    for (const Slip& row : rows) {
        SCOPED_TRACE(row.why);
        File file = letter(row.name);
        ASSERT_TRUE(change(file, row));
        for (const proofread::Finding& finding : faults(file))
            EXPECT_NE(finding.rule, "twice.document_number") << words(file, finding);
    }
}

}  // namespace proofread_test
