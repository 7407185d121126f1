#include <gtest/gtest.h>

#include "golden_papers.hpp"
#include "json/json.hpp"

namespace {

using base::Value;

struct Row {
    const char* why;
    const char* form;
    const char* act;     // type, data and paper of the act the paper belongs to
    const char* before;  // acts of the case besides it
    std::vector<const char*> says;
    std::vector<const char*> does_not_say;
};

constexpr const char* decided =
    R"({"n":1,"type":"decide","at":"2026-03-02T09:00:00+08:00","data":{"kind":"penalty","penalty":{"kinds":["fine"],"fine":"3000.00"}},"paper":{},"by":[]})";
constexpr const char* reviewed =
    R"(,{"n":2,"type":"apply_reconsideration","at":"2026-04-20T09:00:00+08:00","data":{"received_on":"2026-04-16","copy_received_on":"2026-04-20"},"paper":{},"by":[]})";
constexpr const char* review_over =
    R"(,{"n":3,"type":"end_reconsideration","at":"2026-06-12T09:00:00+08:00","data":{"of":2,"outcome":"upheld","received_on":"2026-06-12"},"paper":{},"by":[]})";
constexpr const char* sued =
    R"(,{"n":4,"type":"sue","at":"2026-06-26T09:00:00+08:00","data":{"copy_received_on":"2026-06-26"},"paper":{},"by":[]})";
constexpr const char* suit_over =
    R"(,{"n":5,"type":"end_suit","at":"2026-09-15T09:00:00+08:00","data":{"of":4,"outcome":"dismissed","final":true,"on":"2026-09-15"},"paper":{},"by":[]})";

// The case of a golden paper of the form, with this act as the one the paper is made for.
std::string text_of(const std::string& form, const std::string& act, const std::string& before) {
    static const std::vector<golden::Paper> all = golden::papers();
    for (golden::Paper paper : all) {
        if (paper.form != form) continue;
        const Value patch = golden::must(json::parse(act));
        base::Object own = paper.facts["act"].object();
        own.set("n", Value(9));
        own.set("paper", Value(base::Object()));
        for (const auto& [name, value] : patch.object()) own.set(name, value);
        base::List acts = golden::must(json::parse("[" + before + "]")).items();
        acts.push_back(Value(own));
        base::Object& facts = *paper.facts.as_object();
        facts.set("acts", Value(std::move(acts)));
        facts.set("act", Value(std::move(own)));
        const auto filled = document::fill(*golden::library().find(form), paper.facts);
        return filled ? document::plain_text(*filled) : "！" + filled.error().message;
    }
    return "！没有";
}

void expect_words(const Row& row) {
    SCOPED_TRACE(row.why);
    const std::string text = text_of(row.form, row.act, row.before);
    EXPECT_FALSE(text.starts_with("！")) << text;
    for (const char* words : row.says) EXPECT_TRUE(text.contains(words)) << words << "\n" << text;
    for (const char* words : row.does_not_say) EXPECT_FALSE(text.contains(words)) << words << "\n" << text;
}

// 听证办法 第二十八条, 程序规定 第三十一条, 第六十条第二款, 第七十六条: a record tells what was recorded;
// where nothing was, a place to fill in stands, which proofreading finds.
TEST(Recorded, APaperTellsNothingNobodyRecorded) {
    for (
        const Row& row : std::vector<Row>{
            {"the party did not come",
             "hearing_record",        R"({"type":"hold_hearing","data":{"party":"absent","handlers_present":true,"steps":["当事人陈述和申辩"],"signature":"absent"}})",
             "", {"当事人未到场，听证主持人作出＿＿", "请听证参加人核对"},
             {"质证", "辩论", "最后陈述", "陈述和申辩", "确认无误", "录音、录像"}      },
            {"only the steps were recorded",
             "hearing_record",        R"({"type":"hold_hearing","data":{"party":"present","handlers_present":true,"steps":["办案人员提出处罚建议","质证"],"signature":"signed"}})",
             "", {"听证按照下列步骤进行：办案人员提出处罚建议；质证。", "确认无误"},
             {"辩论", "最后陈述"}                                                      },
            {"nothing was recorded",
             "hearing_record",        R"({"type":"hold_hearing","data":{"handlers_present":false}})",
             "", {"听证按照＿＿", "（未到场）", "听证方式：＿＿"},
             {"质证", "确认无误", "不公开"}                                            },
            {"the party would not sign",
             "hearing_record",        R"({"type":"hold_hearing","data":{"party":"present","signature":"refused"},"paper":{"record":"双方质证。"}})",
             "", {"双方质证。", "当事人拒绝签字，听证主持人记明"},
             {"确认无误"}                                                              },
            {"nobody wrote how the goods went",
             "goods_disposal_record", R"({"type":"dispose_goods","data":{"items":[],"origin":"confiscated","way":"destroy"}})",
             "", {"执行人员＿＿"},
             {"录像", "拍照", "清点"}                                                  },
            {"it was filmed",
             "goods_disposal_record", R"({"type":"dispose_goods","data":{"items":[],"origin":"confiscated","way":"destroy"},"paper":{"course":"逐箱销毁"},"attachments":[{"name":"销毁录像","no":"ZJ0011"}]})",
             "", {"处理经过：逐箱销毁。", "处理过程的录像、照片等资料：销毁录像（编号：ZJ0011）"},
             {"＿＿处理"}                                                              },
            {"the money was not yet paid in",
             "goods_disposal_record", R"({"type":"dispose_goods","data":{"items":[],"origin":"confiscated","way":"auction","proceeds":"500.00"}})",
             "", {"依法上缴国库"},
             {"已经上缴国库"}                                                          },
            {"how the sample was drawn was not recorded",
             "sampling_record",       R"({"type":"take_sample","data":{"product":"蜂蜜","quantity":"6瓶","sealed":true,"remote":false,"signature":"refused"}})",
             "", {"按照＿＿", "样品已加贴封条封存", "当事人拒绝签名。"},
             {"随机", "在封条上签名", "核对无误", "已通知当事人", "照片", "录音、录像"}},
            {"who asked was not recorded",
             "panel_minutes",         R"({"type":"panel_discuss","data":{"chair":"甲","present":["甲","乙"],"recorder":"丙","opinions":[],"result":"agree"}})",
             "", {"提问和说明：＿＿"},
             {"作了说明", "审核机构汇报"}                                              },
            {"the discussion was recorded",
             "panel_minutes",         R"({"type":"panel_discuss","data":{"chair":"甲","present":["甲","乙"],"recorder":"丙","opinions":[],"result":"agree"},"paper":{"course":"案情如报告。","discussion":"乙问货值，办案人员答三千元。"}})",
             "", {"案情如报告。", "提问和说明：乙问货值"},
             {"＿＿＿＿＿＿＿＿"}                                                      },
    })
        expect_words(row);
}

// 行政强制法 第五十三条、第五十五条: what the court is told of review and suit is what the case holds.
TEST(Recorded, TheCourtIsToldOfReviewAndSuitAsTheyWere) {
    const char* act =
        R"({"type":"apply_court","data":{"court":"临江市人民法院","rest":"3000.00","late_fee":"0.00"}})";
    const std::string to_review = std::string(decided) + reviewed, review_ended = to_review + review_over,
                      to_court = review_ended + sued, all = to_court + suit_over;
    for (const Row& row : std::vector<Row>{
             {"neither",
              "court_enforcement_application", act,
              decided,              {"既未申请行政复议，也未提起行政诉讼", "尚有罚没款3000元未缴纳"},
              {"送达被申请人", "仍未履行"}        },
             {"review is open",
              "court_enforcement_application", act,
              to_review.c_str(),
              {"复议机关于2026年4月16日受理，行政复议尚未终结。"},
              {"既未申请", "提起行政诉讼"}        },
             {"review is over",
              "court_enforcement_application", act,
              review_ended.c_str(),
              {"行政复议的结果是维持上述决定，申请人于2026年6月12日收到"},
              {"既未申请", "尚未终结"}            },
             {"suit is open",
              "court_enforcement_application", act,
              to_court.c_str(),
              {"2026年6月26日收到起诉状副本", "行政诉讼尚未终结"},
              {"既未申请", "也未提起"}            },
             {"suit is over",
              "court_enforcement_application", act,
              all.c_str(),
              {"人民法院的裁判结果是驳回诉讼请求，申请人于2026年9月15日收到裁判文书，该裁判已经生效。"},
              {"既未申请", "也未提起", "尚未终结"}},
    })
        expect_words(row);
}

// 罚缴分离办法 第七条; 文书格式范本: a sum that binds stands in figures and in capitals, both from one value.
TEST(Recorded, SumsStandInCapitalsFromOneValue) {
    const char* fine = "（大写：人民币叁仟元整）";
    for (
        const Row& row : std::vector<Row>{
            {"the officers wrote the content",
             "penalty_decision",              R"({"type":"decide","data":{"kind":"penalty","penalty":{"kinds":["fine","confiscate_gains"],"fine":"3000.00","gains":"60.50"}},"paper":{"content":"罚款3000元，没收违法所得60.5元。"}})",
             "",      {"上述罚款3000元和没收的违法所得60.5元，当事人应当自收到本决定书之日起十五日内"},
             {}          },
            {"a notice in the officers' words",
             "penalty_notice",                R"({"type":"approve_notice","data":{"penalty":{"kinds":["fine"],"fine":"3000.00"}},"paper":{"content":"罚款3000元。"}})",
             "",      {"罚款3000元。", fine},
             {}          },
            {"a notice that has them already",
             "penalty_notice",                R"({"type":"approve_notice","data":{"penalty":{"kinds":["fine"],"fine":"3000.00"}},"paper":{"content":"罚款3000元（人民币叁仟元整）。"}})",
             "",      {},
             {"上述罚款"}},
            {"money to be given back",
             "refund_order",                  R"({"type":"order_refund","data":{"due":"2026-07-30","sum":"3000.00"}})",
             "",      {fine},
             {}          },
            {"a fine by instalments",
             "deferral_notice",               R"({"type":"defer","data":{"plan":[{"due":"2026-09-30","sum":"1000.00"},{"due":"2026-12-31","sum":"2000.00"}]}})",
             decided, {fine, "人民币壹仟元整", "人民币贰仟元整"},
             {}          },
            {"what is owed",
             "dunning_letter",                R"({"type":"dun","data":{"rest":"3000.00","late_fee":"90.00"},"paper":{"duties":"缴纳罚款"}})",
             decided, {"缴纳罚款；其中缴纳罚没款3000元", fine, "人民币玖拾元整"},
             {}          },
            {"what the court is asked for",
             "court_enforcement_application", R"({"type":"apply_court","data":{"court":"法院","rest":"3000.00","late_fee":"90.00"}})",
             decided, {fine, "人民币玖拾元整"},
             {}          },
            {"the file is closed",
             "closing_approval_form",         R"({"type":"close","data":{"ground":"performed"}})",
             decided, {fine},
             {}          },
    })
        expect_words(row);
}

}  // namespace
