#include "seeds.hpp"

#include "changes.hpp"

namespace proofread_test {

namespace {

// Another fine than the one notified, wherever the decision states it: among its items and where it is to be
// paid.
Make another_fine(long long (*changed)(long long)) {
    return [changed](File& file) -> std::optional<std::size_t> {
        std::string before, after;
        const auto change = [&](std::string& line) {
            if (before.empty()) {
                const auto at = line.find("罚款"), capital_at = line.find("（大写", at);
                if (at == std::string::npos || capital_at == std::string::npos || line.contains("没收"))
                    return false;
                std::size_t begin = at + std::string_view("罚款").size(), end = begin;
                while (end < line.size() && is_digit(line[end])) ++end;
                before = "罚款" + line.substr(begin, end - begin) + "元";
                after = "罚款" + std::to_string(changed(std::stoll(line.substr(begin, end - begin)))) + "元";
                line.erase(capital_at,
                           line.find("）", capital_at) + std::string_view("）").size() - capital_at);
            }
            const auto place = line.find(before);
            if (place == std::string::npos) return false;
            line.replace(place, before.size(), after);
            return true;
        };
        const auto decision = in("行政处罚决定书", change)(file);
        while (decision && in("行政处罚决定书", change)(file)) {
        }
        return decision;
    };
}

std::vector<Slip> all_slips() {
    const std::string sums = "加总与乘积", capital = "大小写金额", unit = "计量和金额单位",
                      count = "件数份数", date = "日期", order = "先后次序", period = "期间计算",
                      code = "代码号码", law = "法条引用", twice = "同一事实两样写", mask = "隐去不一致",
                      mark = "模板残留", other = "他案文字", remedy = "救济告知", fine = "罚款与告知";
    const std::vector<std::string> money{"sum.product", "sum.total", "sum.multiple"};
    return {
        {sums,
         "合计少加一行", {"sum.total", "capital.differs"},
         in("货值金额计算表", only_where("| 合计 |", wrong_digit(" ", 2)))},
        {sums,
         "单价乘数量算错", {"sum.product", "sum.total"},
         in("货值金额计算表", only_where("| 2 |", swap_words(".00 |", ".50 |")))},
        {sums,
         "数量改了金额没改", {"sum.product"},
         in("货值金额计算表", only_where("| 3 | 样品3",
         [](std::string& line) {
                                             return swap_words(" | 9 | ", " | 19 | ")(line) ||
                                                    swap_words(" | 1", " | 2")(line);
                                         }))},
        {sums,
         "叙述中的小计不等", {"sum.product"},
         in("货值金额计算表", only_where("每个4元", wrong_digit("共")))},
        {sums,
         "分项相加不等于总数", {"sum.total"},
         in("案件调查终结报告", swap_words("，共233盒", "，共223盒"))},
        {sums,
         "销售收入乘错", {"sum.product"},
         in("行政处罚告知书", swap_words("取得销售收入670元", "取得销售收入760元"))},
        {sums, "倍数相乘不等", {"sum.product"}, in("案件调查终结报告", swap_words("20420元×", "24020元×"))},
        {sums,
         "分期相加不等于罚款", {"sum.instalments"},
         in("分期缴纳罚款通知书", only_where("| 2 |", wrong_digit("日前 | ", 3)))},
        {sums,
         "所得减扣除不等", {"sum.gains", "twice.amount", "capital.differs"},
         in("违法所得计算表", only_where("收取的款项 |", wrong_digit("| 收取的款项 | ")))},
        {capital,
         "大写写错一位", {"capital.differs"},
         in("行政处罚决定书", only_where("大写：人民币",
         [](std::string& line) {
                                             return line.contains("罚款") &&
                                                    (swap_words("万", "万壹仟")(line) ||
                                                     swap_words("佰", "佰壹拾")(line));
                                         }))},
        {capital,
         "小写改了大写没改", {"capital.differs"},
         in("行政处罚告知书", only_where("大写：人民币", wrong_digit("罚款")))},
        {capital,
         "合计大写多一个零头", {"capital.differs"},
         in("货值金额计算表", only_where("大写：人民币", wrong_digit("合计金额")))},
        {capital,
         "没收数额大写不符", {"capital.differs"},
         in("行政处罚决定书", only_where("没收违法所得", wrong_digit("没收违法所得", 2)))},
        {unit,
         "元写成万元", {"unit.yuan", "twice.fine"},
         in("行政处罚信息摘要",
         [](std::string& line) {
                const auto at = line.find("罚款");
                const auto yuan = at == std::string::npos ? at : line.find("元", at);
                if (yuan == std::string::npos || !is_digit(line[yuan - 1])) return false;
                line.insert(yuan, "万");
                return true;
            })},
        {unit,
         "决定书罚款写成万元", {"unit.yuan"},
         in("行政处罚决定书", only_where("大写",
         [](std::string& line) {
                                             const auto yuan = line.find("元（大写");
                                             if (yuan == std::string::npos) return false;
                                             line.insert(yuan, "万");
                                             return true;
                                         }))},
        {unit, "千克写成克", {"unit.measure"}, in("抽样记录", swap_words("50千克/袋", "50克/袋"))},
        {unit, "毫升写成升", {"unit.measure"}, in("行政处罚决定书", swap_words("240毫升/罐", "240升/罐"))},
        {count,
         "清单项数多写", {"count.rows"},
         in("",
         [](std::string& line) {
                return line.starts_with("| 共") &&
                       (swap_words("共5项", "共6项")(line) || swap_words("共1项", "共2项")(line) ||
                        swap_words("共2项", "共3项")(line));
            })},
        {count,
         "一式份数与去向不符", {"count.copies"},
         in("行政处罚决定书", swap_words("一式三份", "一式四份"))},
        {count, "告知书份数不符", {"count.copies"}, in("行政处罚告知书", swap_words("一式三份", "一式二份"))},
        {count, "列举少一项", {"count.list"}, in("现场笔录", swap_words("涉案财物5项", "涉案财物6项"))},
        {count,
         "证据序号跳号", {"count.numbering"},
         in("行政处罚决定书",
         [](std::string& line) {
                return line.starts_with("　　3．") && swap_words("　　3．", "　　4．")(line);
            })},
        {date, "没有的月份", {"date.impossible"}, in("行政处罚决定书", thirteenth_month())},
        {date, "笔录里没有的日子", {"date.impossible"}, in("案件调查终结报告", thirteenth_month())},
        {date, "星期写错", {"date.weekday"}, in("行政处罚决定书", wrong_weekday())},
        {date,
         "年份多写一年", {"date.after_document"},
         in("行政处罚决定书",
         [](std::string& line) {
                if (!line.starts_with("　　2024年") && !line.starts_with("　　2026年") &&
                    !line.starts_with("　　2025年"))
                    return false;
                line.replace(std::string_view("　　").size(), 4,
                             std::to_string(std::stoi(line.substr(6, 4)) + 1));
                return true;
            })},
        {order, "决定书日期早于告知书", {"date.order"}, in("行政处罚决定书", seal_year(-1))},
        {order, "告知书日期晚于决定书", {"date.order"}, in("行政处罚告知书", seal_year(+1))},
        {order,
         "送达早于文书", {"date.order", "twice.date"},
         in("送达回证", only_where("送达时间",
         [](std::string& line) {
                                       const auto year = line.find_first_of("0123456789");
                                       line.replace(year, 4,
                                                    std::to_string(std::stoi(line.substr(year, 4)) - 1));
                                       return true;
                                   }))},
        {order,
         "立案日期晚于决定", {"date.order", "twice.date"},
         in("案件调查终结报告",
         only_where("立案日期：",
         [](std::string& line) {
                           const auto year = line.find_first_of("0123456789", line.find("立案日期："));
                           line.replace(year, 4, std::to_string(std::stoi(line.substr(year, 4)) + 1));
                           return true;
                       }))},
        {period, "扣押止日算错", {"period.end"}, in("实施行政强制措施决定书", later_day("起至"))},
        {period, "延长止日算错", {"period.end"}, in("延长行政强制措施期限决定书", later_day("起至"))},
        {period,
         "期限改了止日没改", {"period.end"},
         in("实施行政强制措施决定书", swap_words("期限为30日", "期限为20日"))},
        {period,
         "先行登记写成十五个工作日", {"period.statutory"},
         in("先行登记保存证据通知书", swap_words("七个工作日", "十五个工作日"))},
        {period,
         "申辩期写成三个工作日", {"period.statutory"},
         in("行政处罚告知书", swap_words("五个工作日", "三个工作日"))},
        {period,
         "缴款期写成十日", {"period.statutory"},
         in("行政处罚决定书", swap_words("十五日内，到", "十日内，到"))},
        {period,
         "催告期写成五日", {"period.statutory"},
         in("行政处罚决定履行催告书", swap_words("十个工作日", "五个工作日"))},
        {period,
         "公告期照旧写六十日", {"period.statutory"},
         in("行政处罚文书送达公告", swap_words("经过三十日", "经过六十日"))},
        {code, "信用代码错一位", {"code.credit"}, in("行政处罚决定书", wrong_end("统一社会信用代码："))},
        {code,
         "信用代码少一位", {"code.credit"},
         in("责令改正通知书",
         [](std::string& line) {
                if (!line.starts_with("统一社会信用代码：")) return false;
                line.pop_back();
                return true;
            })},
        {code, "身份证号错一位", {"code.resident_id"}, in("询问笔录", wrong_digit("身份证件号码：", 4))},
        {code,
         "出生日期与身份证号不符", {"code.birth"},
         in("实施行政强制措施决定书",
         [](std::string& line) {
                return line.starts_with("出生日期：19") && (swap_words("：19", "：20")(line));
            })},
        {code,
         "性别与身份证号不符", {"code.gender"},
         in("责令改正通知书", swap_words("性别：男", "性别：女"))},
        {code,
         "手机号少一位", {"code.phone", "twice.party_fact"},
         in("行政处罚决定书",
         [](std::string& line) {
                if (!line.starts_with("联系电话：1")) return false;
                line.pop_back();
                return true;
            })},
        {law,
         "没有这一条", {"citation.no_article"},
         in("行政处罚告知书",
         swap_words("行政处罚法》第四十四条、第四十五条", "行政处罚法》第四百四十条、第四十五条"))},
        {law,
         "法名错一个字", {"citation.name"},
         in("行政处罚决定书", swap_words("《中华人民共和国行政处罚法》", "《中华人民共和国行政处理法》"))},
        {law,
         "加处罚款引错条", {"citation.subject"},
         in("行政处罚决定书", swap_words("第七十二条第一款第（一）项的规定，本局将每日",
         "第六十七条第三款的规定，本局将每日"))},
        {law,
         "催告引错条", {"citation.subject"},
         in("行政处罚决定履行催告书", swap_words("行政强制法》第五十四条", "行政强制法》第四十五条"))},
        {law,
         "登记保存引错条", {"citation.subject"},
         in("先行登记保存证据通知书", swap_words("行政处罚法》第五十六条", "行政处罚法》第五十五条"))},
        {law,
         "决定与告知认定的条款不同", {"twice.provision", "citation.no_article"},
         in("行政处罚决定书", only_where("违反了《",
         [](std::string& line) {
                                             return swap_words("第三十四条第（十）项",
                                                               "第三十三条第（十）项")(line) ||
                                                    swap_words("第十三条第二款", "第十二条第二款")(line);
                                         }))},
        {twice, "当事人名称错一个字", {"twice.party_name"}, in("行政处罚决定书", misspelt("当事人："))},
        {twice,
         "告知书抬头名称错一个字", {"twice.party_name", "other_case.party"},
         in("行政处罚告知书",
         [](std::string& line) { return line.ends_with("公司：") && misspelt("")(line); })},
        {twice,
         "住所门牌不一", {"twice.party_fact"},
         in("行政处罚决定书",
         [](std::string& line) {
                return line.starts_with("住所（住址）：") &&
                       (swap_words("路", "路1")(line) || swap_words("道", "道1")(line));
            })},
        {twice, "货值前后不一", {"twice.amount"}, in("行政处罚告知书", wrong_digit("货值金额为", 3))},
        {twice,
         "违法所得前后不一", {"twice.amount", "capital.differs"},
         in("行政处罚信息摘要", wrong_digit("没收违法所得", 2))},
        {twice, "引用的文号不对", {"twice.document_number"}, in("送达回证", wrong_digit("〕"))},
        {twice,
         "决定书引错告知书文号", {"twice.document_number"},
         in("行政处罚决定书", only_where("《行政处罚告知书》（", wrong_digit("〕")))},
        {twice,
         "笔录日期不一", {"twice.date"},
         in("行政处罚决定书", only_where("制作的《现场笔录》", later_day("．")))},
        {twice, "清单编号不一", {"twice.number"}, in("行政处罚决定书", wrong_digit("编号为QD"))},
        {twice, "报告编号不一", {"twice.number"}, in("行政处罚决定书", wrong_digit("编号为LJZJ2024-"))},
        {twice,
         "清单数量与笔录不一", {"twice.quantity"},
         in("现场笔录", swap_words("喷码机1台", "喷码机2台"))},
        {mask,
         "决定书隐去当事人姓名", {"mask.partly"},
         in("行政处罚决定书",
         [](std::string& line) {
                if (!line.starts_with("当事人：王") && !line.starts_with("当事人：李")) return false;
                line.replace(std::string_view("当事人：王").size(), std::string::npos, "某某");
                return true;
            })},
        {mask,
         "送达回证隐去姓名", {"mask.partly"},
         in("送达回证",
         [](std::string& line) {
                const auto at = line.find("受送达人 | ");
                if (at == std::string::npos || line.contains("公司") || line.contains("（字号")) return false;
                const std::size_t name = at + std::string_view("受送达人 | ").size();
                line.replace(name + 3, line.find(" |", name) - name - 3, "某");
                return true;
            })},
        {mask,
         "名称隐去字号", {"mask.partly"},
         in("抽样记录",
         [](std::string& line) {
                const auto at = line.find("| 当事人 | 临江");
                if (at == std::string::npos) return false;
                line.replace(at + std::string_view("| 当事人 | 临江").size(), 6, "某");
                return true;
            })},
        {mask,
         "身份证号隐去中段", {"mask.partly"},
         in("案件调查终结报告",
         [](std::string& line) {
                if (!line.starts_with("身份证件号码：")) return false;
                line.replace(std::string_view("身份证件号码：").size() + 6, 8, "********");
                return true;
            })},
        {mark, "留有空白横线", {"mark.left"}, in("行政处罚决定书", swap_words("罚款", "罚款____元，罚款"))},
        {mark,
         "留有方括号提示", {"mark.left"},
         in("行政处罚告知书", swap_words("你的上述行为", "【当事人姓名】的上述行为"))},
        {mark, "留有变量", {"mark.left"}, in("责令改正通知书", swap_words("现责令", "现责令${party.name}"))},
        {mark,
         "留有XX年", {"mark.left"},
         in("案件调查终结报告", swap_words("　　经查，", "　　经查，XX年X月，"))},
        {mark,
         "选项未删", {"mark.left"},
         in("实施行政强制措施决定书", swap_words("实施扣押", "实施查封/扣押"))},
        {mark,
         "文号是空的", {"mark.left"},
         in("行政处罚决定书", swap_words("本局认为，", "本局认为，依据《实施行政强制措施决定书》（），"))},
        {mark,
         "留有填写说明", {"mark.left"},
         in("行政处罚决定书", swap_words("本局认为，", "本局认为，（此处填写违法行为）"))},
        {mark,
         "引用清单中没有的证据", {"mark.evidence"},
         in("行政处罚决定书", swap_words("的行为", "的行为〔证据1、48〕"))},
        {other,
         "案件编号是别的案件", {"other_case.number"},
         in("送达回证", wrong_digit("案件编号：990101-2024-", 2))},
        {other,
         "审批表案件编号不符", {"other_case.number"},
         in("行政处理决定审批表", wrong_digit("案件编号：990101-2024-", 2))},
        {other,
         "抬头是另一当事人", {"other_case.party", "twice.party_name"},
         in("行政处罚告知书",
         [](std::string& line) {
                if (!line.ends_with("：") || line.size() > 60 || line.starts_with("　") || line.size() < 9)
                    return false;
                line = "临江宏达商贸有限公司：";
                return true;
            })},
        {other,
         "当事人栏是另一当事人", {"other_case.party", "twice.party_name"},
         in("责令改正通知书",
         [](std::string& line) {
                if (!line.starts_with("当事人：")) return false;
                line = "当事人：孙大勇";
                return true;
            })},
        {remedy,
         "复议机关写成上级部门", {"remedy.body"},
         in("行政处罚决定书", swap_words("向临江市城东区人民政府申请", "向临江市市场监督管理局申请"))},
        {remedy,
         "不罚决定复议机关写错", {"remedy.body"},
         in("不予行政处罚决定书", swap_words("向临江市城东区人民政府申请", "向临江市市场监督管理局申请"))},
        {remedy,
         "复议期限写成三十日", {"period.statutory"},
         in("实施行政强制措施决定书", swap_words("六十日内", "三十日内"))},
        {remedy,
         "起诉期限照旧写三个月", {"period.statutory"},
         in("行政处罚决定书", swap_words("六个月内", "三个月内"))},
        {remedy,
         "当场处罚写成可以直接起诉", {"remedy.order"},
         in("当场行政处罚决定书",
         [](std::string& line) {
                if (!line.contains("申请行政复议")) return false;
                line =
                    "　　如不服本决定，可以自收到本决定书之日起六十日内向临江市城东区人民政府申请行政复议，也"
                    "可以自收到本决定书之日起六个月内依法向临江市城东区人民法院提起行政诉讼。";
                return true;
            })},
        {remedy, "没有救济告知", {"remedy.missing"}, in("行政处罚决定书", remove_all({"如不服本决定"}))},
        {remedy,
         "加处比例写错", {"remedy.late_fee"},
         in("行政处罚决定书", swap_words("百分之三加处", "百分之五加处"))},
        {fine, "决定高于告知", {"fine.above_notified"}, another_fine([](long long sum) {
             return sum + 1000;
         })},
        {fine,
         "决定低于告知而无理由", {"fine.differs_from_notified", "fine.outside_range"},
         another_fine([](long long sum) { return sum / 2; })},
        {fine, "公示摘要的罚款不同", {"twice.fine"}, in("行政处罚信息摘要", wrong_digit("罚款", 4))},
        {fine,
         "报告建议的罚款不同", {"twice.fine"},
         in("案件调查终结报告", only_where("建议", wrong_digit("罚款", 4)))},
        {fine, "审批表的罚款不同", {"twice.fine"}, in("行政处理决定审批表", wrong_digit("罚款", 4))},
    };
}

}  // namespace

const std::vector<Slip>& slips() {
    static const std::vector<Slip> table = all_slips();
    return table;
}

}  // namespace proofread_test
