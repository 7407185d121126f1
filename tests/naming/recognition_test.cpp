#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/text.hpp"
#include "books/books.hpp"
#include "naming/recognise.hpp"

namespace {

const naming::Rules& rules() {
    static const auto books = books::load_books(catalogue::Files());
    if (!books) throw std::runtime_error(books.error().message);
    return (*books)->naming;
}

std::vector<std::string> lines(std::string_view text) {
    std::vector<std::string> made;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        made.emplace_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return made;
}

const std::vector<std::string> parties{"城东区好又多食品经营部", "冯启明"};

std::string named(std::string_view text) {
    const auto proposal = naming::recognise(rules(), lines(text), parties);
    return proposal ? proposal->name : "";
}

struct Row {
    const char *why, *text, *name;
};

void expect(std::span<const Row> table) {
    for (const Row& row : table) {
        SCOPED_TRACE(row.why);
        EXPECT_EQ(named(row.text), row.name);
    }
}

TEST(Recognition, PapersOfOtherHands) {
    const Row table[] = {
        {"a licence with its columns",
         "营业执照\n（副本）\n统一社会信用代码 91110108551385082Q\n名称  北京某某科技有限公司   注册资本 "
         "10万元整\n"
         "类型 有限责任公司   成立日期 2010年04月06日\n经营范围 销售食品\n登记机关\n2019年3月5日",                                           "营业执照（北京某某科技有限公司） 91110108551385082Q 2010-04-06"      },
        {"letters apart, as a reader of pictures leaves them",
         "营 业 执 照\n名 称 ： 城 东 区 好 又 多 食 品 经 营 部\n经 营 范 围 ： 食 品 零 售\n注 册 日 期 ： "
         "2 0 2 0 年 1 月 2 日",                                                                                                             "营业执照（城东区好又多食品经营部） 2020-01-02"                       },
        {"one letter of the title read wrong",                 "营业执熙\n统一社会信用代码\n名称：某某商店\n",
         "营业执照（某某商店）"                                                                                                                                                                                    },
        {"a code with a wrong check letter is no number",
         "营业执照\n统一社会信用代码：91110108551385082O\n名称：某某商店",                                                                   "营业执照（某某商店）"                                                },
        {"one letter of the party of the case read wrong",
         "食品经营许可证\n经营者名称：城东区好又名食品经营部\n许可证编号：JY19999990012345\n主体业态：食品销"
         "售经营者\n"
         "发证日期：2022年8月1日",                                                                                                           "食品经营许可证（城东区好又多食品经营部） JY19999990012345 2022-08-01"},
        {"the front of an identity card has no title",
         "姓名 冯启明\n性别 男 民族 汉\n出生 1980年1月1日\n住址 临江市城东区湖滨路3号\n公民身份号码 "
         "110101198001010010",                                                                                                               "居民身份证（冯启明）"                                                },
        {"a report names its sample, not only its party",
         "检 验 报 告\n报告编号：(2024)-SP-0117\nNo: "
         "SP2024-0117\n样品名称：纯牛奶\n受检单位：城东区好又多食品经营部\n"
         "检验结论：不合格\n签发日期：2024年4月30日",                                                                                        "检验报告（城东区好又多食品经营部） 2024-04-30"                       },
        {"its number in letters and digits",
         "监督抽检检验报告\n报告编号：SP2024-0117\n样品名称：纯牛奶\n被抽样单位：城东区好又多食品经营部",                                    "检验报告（城东区好又多食品经营部） SP2024-0117"                      },
        {"a lease by the end of its title",
         "临江市房屋租赁合同\n出租方（甲方）：张三\n承租方（乙方）：冯启明\n租金每月三千元\n签订日期：2023."
         "12.1",                                                                                                                             "合同（冯启明） 2023-12-01"                                           },
        {"an electronic invoice",
         "电子发票（普通发票）\n发票号码：24992000000012345678\n开票日期：2024年02月03日\n购买方 "
         "名称：城东区好又多食品经营部\n"
         "价税合计 壹佰元整",                                                                                                                "发票（城东区好又多食品经营部） 24992000000012345678 2024-02-03"      },
        {"a delivery note",
         "临江乳品销售清单\n客户名称：好又多   单号：XS-2024-0301\n日期：2024/3/1\n品名 数量 单价 金额",                                     "送货单（好又多） XS-2024-0301 2024-03-01"                            },
        {"a receipt for money needs more than its word",
         "收据\n今收到 冯启明\n人民币 壹佰元整  金额 100.00\n收款人：李四\n2024年1月5日",                                                    "收据（冯启明）"                                                      },
        {"a power of attorney",
         "授权委托书\n委托人：城东区好又多食品经营部\n受委托人：李四\n代理权限：一般授权\n二〇二四年五月六日",                               "授权委托书（城东区好又多食品经营部） 2024-05-06"                     },
        {"a statement with a long heading",
         "关于购进过期牛奶的情况说明\n城东区市场监督管理局：\n我店于2024年4月1日购进该批牛奶。\n特此说明\n说"
         "明人：冯启明\n2024年5月8日",                                                                                                       "情况说明（冯启明） 2024-05-08"                                       },
        {"the defence",                                        "陈述申辩书\n申辩人：冯启明\n收到告知书后，现陈述如下。\n2024年6月3日",
         "陈述申辩书（冯启明） 2024-06-03"                                                                                                                                                                         },
        {"a report of what was mended",                        "整改报告\n我店已整改完毕。\n城东区好又多食品经营部\n2024-05-20",
         "整改报告（城东区好又多食品经营部） 2024-05-20"                                                                                                                                                           },
        {"a complaint",                                        "投诉举报信\n被举报人：城东区好又多食品经营部\n举报人：王五\n诉求：依法查处",
         "投诉举报材料（城东区好又多食品经营部）"                                                                                                                                                                  },
        {"the answer of another agency",
         "临江市城西区市场监督管理局\n关于协助调查的复函\n城西市监函〔2024〕15号\n来函收悉，现函复如下\n2024"
         "年5月30日",                                                                                                                        "协助调查复函 城西市监函〔2024〕15号 2024-05-30"                      },
        {"a judgment",
         "临江市中级人民法院\n行政判决书\n（2024）浙01行终12号\n上诉人：冯启明\n被告：某局\n本院认为",                                       "行政判决书（冯启明） 〔2024〕浙01行终12号"                           },
        {"the slip of the post",
         "国内特快专递邮件详情单\n邮件号：1234567890123\n收件人：冯启明\n寄件人：城东区局\n收寄日期：2024年5"
         "月9日",                                                                                                                            "邮寄凭证（冯启明） 1234567890123 2024-05-09"                         },
        {"the receipt of the fine",
         "非税收入一般缴款书（收据）\n缴款人：冯启明\n票据号码：0012345678\n执收单位：某局\n填制日期：2024年7"
         "月1日",                                                                                                                            "罚没缴款票据（冯启明） 0012345678 2024-07-01"                        },
        {"a label",
         "产品标签\n配料：生牛乳\n净含量：250mL\n生产日期：2024年03月01日\n保质期：21天\n生产者：临江乳业有限"
         "公司",                                                                                                                             "产品标签（临江乳业有限公司） 2024-03-01"                             },
    };
    expect(table);
}

TEST(Recognition, OurOwnFormsComeBackAsScans) {
    const Row table[] = {
        {"a decision",
         "临江市城东区市场监督管理局\n行政处罚决定书\n城东市监罚〔2024〕12号\n当事人：冯启明\n决定如下\n2024"
         "年6月20日",                                                                                               "行政处罚决定书（冯启明） 城东市监罚〔2024〕12号 2024-06-20"                 },
        {"of two titles the longer one",
         "城东区市场监督管理局不予行政处罚决定书\n城东市监不罚〔2024〕3号\n当事人：冯启明\n2024年6月20日",          "不予行政处罚决定书（冯启明） 城东市监不罚〔2024〕3号 2024-06-20"            },
        {"a receipt of service",                     "送达回证\n受送达人 冯启明\n送达时间 2024年6月21日",
         "送达回证（冯启明） 2024-06-21"                                                                                                                                                         },
        {"whom it addresses, one letter read wrong",
         "临江市城东区市场监督管理局\n行政处罚告知书\n\n临东市监罚告 [2024] "
         "2号\n\n城东区好又夕食品经营部:\n\n由本局立案调查\n2024年5月30日",                                         "行政处罚告知书（城东区好又多食品经营部） 临东市监罚告〔2024〕2号 2024-05-30"},
        {"an interview record",                      "询问笔录\n时间：2024年5月16日9时\n被询问人：冯启明 性别：男",
         "询问笔录（冯启明） 2024-05-16"                                                                                                                                                         },
    };
    expect(table);
}

TEST(Recognition, WhatIsNotCertainIsNotProposed) {
    const Row table[] = {
        {"nothing",                        "",                                                     ""        },
        {"spaces",                         " \n　\n",                                              ""        },
        {"a shop front",                   "好又多超市\n欢迎光临",                                 ""        },
        {"the word in a sentence",         "当事人出示了营业执照复印件，我局执法人员核对后退还。", ""        },
        {"证明 alone proves nothing",      "证明\n某某",                                           ""        },
        {"a label of a sample is no name", "样品名称：纯牛奶\n规格：250mL",                        ""        },
        {"a date that does not exist",     "整改报告\n2024年2月30日",                              "整改报告"},
    };
    expect(table);
}

TEST(Recognition, NothingAStrangerWritesBecomesMoreThanAName) {
    EXPECT_EQ(named("营业执照\n名称：../../etc/passwd某某店\n经营范围"), "营业执照（-..-etc-passwd某某店）");
    EXPECT_EQ(named("营业执照\n名称：某\u202E某店\u0007\n经营范围"), "营业执照（某某店）")
        << "no mark that turns the direction";
    EXPECT_EQ(named("营业执照\n名称：" + std::string(100'000, 'x') + "\n经营范围"), "营业执照")
        << "no party of that length";
    EXPECT_EQ(named(std::string(1'000'000, '\n') + "营业执照"), "营业执照") << "empty lines are no lines";
}

RC_GTEST_PROP(Recognition, AnyWordsAreTakenQuietly, (const std::vector<std::string>& words)) {
    std::vector<std::string> texts;
    for (const std::string& word : words)
        if (base::is_valid_utf8(word)) texts.push_back("营业执照：" + word + "2024年");
    const auto proposal = naming::recognise(rules(), texts, parties);
    if (proposal) {
        RC_ASSERT(proposal->name.find('/') == std::string::npos);
        RC_ASSERT(base::is_valid_utf8(proposal->name));
    }
}

TEST(Recognition, TheRuleAndTheKindsAreChecked) {
    const base::Value content = *catalogue::Files().load("documents/file_names.yaml");
    ASSERT_TRUE(naming::Rules::from(content, {}));
    const struct {
        const char *why, *member;
        base::Value bad;
    } table[] = {
        {"no rule",                "rule",            base::Value()                                       },
        {"a field nobody knows",   "rule",            "{kind}{password}"                                  },
        {"an open bracket",        "rule",            "{kind}[（{party}）"                                },
        {"no lines for the title", "head_lines",      0                                                   },
        {"no limit of a picture",  "read_pixels_max", 0                                                   },
        {"a kind without a title", "kinds",           base::List{base::Object{{"id", "x"}, {"kind", "x"}}}},
        {"a file without end",     "file_bytes_max",  std::int64_t(1) << 40                               },
    };
    for (const auto& row : table) {
        base::Value broken = content;
        broken.as_object()->set(row.member, row.bad);
        EXPECT_FALSE(naming::Rules::from(broken, {})) << row.why;
    }
}

}  // namespace
