#include "redact/redact.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include "redact/letters.hpp"

namespace {

using redact::Person;

const redact::Known known{
    .persons = {{"李强", Person::Kind::person},
                {"欧阳娜娜", Person::Kind::person},
                {"王小明", Person::Kind::minor},
                {"赵举报", Person::Kind::reporter}},
    .secrets = {"昆都仑区某路1号院3栋502"},
    .kept = {"包头市李强食品有限公司", "0472-5551234", "账号：6228480001234567890"}
};

std::string redacted(std::string_view text) {
    return redact::apply(text, redact::find(text, known));
}

}  // namespace

TEST(Redact, FindsWhatMustNotBePublished) {
    const struct {
        const char* why;
        const char* text;
        const char* after;
    } table[] = {
        {"a name",                        "当事人李强经营",                             "当事人李某经营"                },
        {"spaces between the letters",    "当事人李　 强经营",                          "当事人李某经营"                },
        {"broken by a line end",          "当事人李\n强经营",                           "当事人李某经营"                },
        {"a zero-width mark inside",      "当事人李\u200B强经营",                       "当事人李某经营"                },
        {"a middle dot inside",           "当事人李·强经营",                            "当事人李某经营"                },
        {"a double surname",              "代理人欧阳娜娜到场",                         "代理人欧阳某到场"              },
        {"a minor",                       "向王小明售烟",                               "向王某某售烟"                  },
        {"a reporter",                    "赵举报反映",                                 "举报人反映"                    },
        {"a legal person keeps its name", "包头市李强食品有限公司的李强",               "包头市李强食品有限公司的李某"  },
        {"an identity number",            "身份证号码11010519491231002X。",             "身份证号码（身份证件号码略）。"},
        {"in full-width digits",          "身份证１１０１０５１９４９１２３１００２Ｘ", "身份证（身份证件号码略）"      },
        {"with spaces",                   "证号110105 19491231 002X止",                 "证号（身份证件号码略）止"      },
        {"masked in part",                "身份证110105********002X",                   "身份证（身份证件号码略）"      },
        {"of fifteen places",             "身份证号：110105491231002",                  "身份证号：（身份证件号码略）"  },
        {"a mobile telephone",            "电话13812345678，",                          "电话（电话号码略），"          },
        {"with hyphens",                  "138-1234-5678",                              "（电话号码略）"                },
        {"a line",                        "0472-6661234联系",                           "（电话号码略）联系"            },
        {"the agency's own line",         "本局电话0472-5551234",                       "本局电话0472-5551234"          },
        {"a bank account",                "卡号：6228 4800 0123 4567 891",              "卡号：（银行账号略）"          },
        {"where fines are paid",          "账号：6228480001234567890",                  "账号：6228480001234567890"     },
        {"mail",                          "邮箱li.qiang@example.com。",                 "邮箱（电子邮箱略）。"          },
        {"a number plate",                "驾驶蒙B·12345货车",                          "驾驶（车牌号略）货车"          },
        {"one of an electric car",        "京AD12345",                                  "（车牌号略）"                  },
        {"a day of birth",                "男，1980年1月2日出生，汉族",                 "男，（出生日期略）出生，汉族"  },
        {"behind its label",              "出生日期：1980-01-02",                       "出生日期：（出生日期略）"      },
        {"a person's address",            "家庭住址：某市某区某路5号，经营",            "家庭住址：（住址略），经营"    },
        {"a known address",               "住昆都仑区某路1号院 3栋502",                 "住（略）"                      },
        {"an account of the net",         "微信号：liqiang_88联系",                     "微信号：（网络账号略）联系"    },
    };
    for (const auto& row : table) {
        SCOPED_TRACE(row.why);
        EXPECT_EQ(redacted(row.text), row.after);
    }
}

TEST(Redact, LeavesWhatIsServedAsItIs) {
    for (const char* text :
         {"某市监处罚〔2026〕12号", "统一社会信用代码91150203MA0N1234XX", "2026年3月2日9时30分至10时",
          "罚款人民币5000.00元（大写：伍仟元整）", "批号20240516、20240517", "执行标准GB 2760-2014",
          "生产许可证编号SC10115020300012", "案件编号150203-2026-000012",
          "《食品安全法》第一百二十四条第一款第（一）项", "条码6901234567892", "数量1380件，单价45.6元",
          "于2026年1月2日生产", "12315平台工单1150203002026030112345678号"})
        EXPECT_EQ(redacted(text), text);
}

TEST(Redact, TellsTwoPersonsApart) {
    EXPECT_EQ(redact::masks_of({{"李强"}, {"李伟"}, {"王芳"}}),
              (std::vector<std::string>{"李某甲", "李某乙", "王某"}));
}

TEST(Redact, ReadsAParagraphAcrossItsPieces) {
    document::Document paper;
    paper.title = "行政处罚决定书";
    paper.blocks = {
        document::Paragraph{.runs = {{"当事人李", ""}, {"强，电话138", "party.phone"}, {"12345678。", ""}}},
        document::Table{.widths = {1},
                            .head = {},
                            .rows = {{.cells = {{.paragraphs = {{.runs = {{"李强", "party.name"}}}}}}}}},
        document::Signatures{.lines = {{.label = "当事人（签名）", .name = "李强"}}},
    };
    std::vector<redact::Change> changes;
    const auto made = redact::redact(paper, known, changes);
    const std::string text = document::plain_text(made);
    EXPECT_TRUE(redact::leaks(text, known).empty()) << text;
    const auto& first = std::get<document::Paragraph>(made.blocks[0]);
    EXPECT_EQ(first.text(), "当事人李某，电话（电话号码略）。");
    EXPECT_EQ(first.runs[0].text, "当事人李某");
    ASSERT_EQ(changes.size(), 2U);
    EXPECT_EQ(changes[0].hits.size(), 2U);
}

// Whatever stands around and between the letters of a name, nothing of it is left, and redacting again
// changes nothing.
RC_GTEST_PROP(Redact, LeavesNothingBehind, ()) {
    const std::vector<std::string> gaps = {"", " ", "　", "\n", "\u200B", "·", " \n "};
    const auto gap = [&] { return gaps[*rc::gen::inRange<std::size_t>(0, gaps.size())]; };
    const std::vector<std::string> around = {"", "当事人", "，", "与", "货款", "；电话"};
    std::string text = around[*rc::gen::inRange<std::size_t>(0, around.size())];
    const std::vector<std::vector<std::string>> names = {
        {"李", "强"},
        {"欧", "阳", "娜", "娜"},
        {"王", "小", "明"},
        {"赵", "举", "报"}
    };
    for (const std::string& letter : names[*rc::gen::inRange<std::size_t>(0, names.size())])
        text += letter + gap();
    text += around[*rc::gen::inRange<std::size_t>(0, around.size())];
    const std::string once = redacted(text);
    for (const auto& person : known.persons)
        RC_ASSERT(redact::plain(once).find(redact::plain(person.name)) == std::u32string::npos);
    RC_ASSERT(redacted(once) == once);
}
