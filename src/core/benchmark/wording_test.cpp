#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/numerals.hpp"
#include "benchmark/clauses.hpp"
#include "benchmark/normal.hpp"
#include "benchmark/range.hpp"
#include "benchmark/tier_name.hpp"

namespace benchmark {

namespace {

using discretion::TableAmount;
using discretion::Tier;

const discretion::FactTable& facts() {
    static const discretion::FactTable table = [] {
        base::List rows;
        for (const auto& [name, title] :
             {std::pair("goods_value", "货值金额"), std::pair("illegal_gains", "违法所得"),
              std::pair("ad_fee", "广告费用")})
            rows.push_back(base::Object{
                {"name",  name   },
                {"title", title  },
                {"type",  "money"}
            });
        return discretion::FactTable::from(rows).value();
    }();
    return table;
}

std::string ends_of(const Range& range) {
    const auto end = [&](const std::optional<Amount>& amount) {
        if (!amount) return std::string("∞");
        return range.unit == Amount::Unit::yuan ? amount->sum.str() : amount->ratio.str();
    };
    return (range.from_incl ? "[" : "(") + end(range.from) + "," + end(range.to) +
           (range.to_incl ? "]" : ")");
}

std::string read(std::string_view text) {
    if (const auto digits = refuse_digits(text); !digits) return digits.error().code;
    const auto range = read_range(normal(text));
    return range ? ends_of(*range) : range.error().code;
}

std::string fine_of(std::string_view text) {
    const auto clauses = read_standard(normal(text), facts());
    if (!clauses) return clauses.error().code;
    std::string words;
    for (const Clause& clause : *clauses) {
        const TableAmount& amount = clause.amount;
        if (!words.empty()) words += " ";
        words += clause.when.is_empty() ? "" : "when:";
        if (amount.unit == TableAmount::Unit::none) words += "none";
        if (amount.unit == TableAmount::Unit::yuan) words += amount.min.str() + "-" + amount.max.str();
        if (amount.unit == TableAmount::Unit::multiple)
            words += facts()[amount.base].name + ":" + amount.least.str() + "-" + amount.most.str();
        if (amount.unit == TableAmount::Unit::share)
            words += "share:" + amount.least.str() + "-" + amount.most.str();
        if (!amount.max_incl) words += ")";
    }
    return words;
}

}  // namespace

TEST(Range, IsReadExactlyOrRefused) {
    struct Row {
        const char* why;
        const char* text;
        const char* expected;
    };
    const Row table[] = {
        {"both ends",                            "5万元以上8万元以下",         "[50000.00,80000.00]" },
        {"以上 … 不足",                          "5万元以上不足8万元",         "[50000.00,80000.00)" },
        {"超过 … 不满",                          "超过5000元不满1万元",        "(5000.00,10000.00)"  },
        {"upper end alone",                      "65000元以下",                "[∞,65000.00]"        },
        {"excluded by brackets",                 "1万元（不含）以下",          "unread_words"        },
        {"excluded after the word",              "1万元以下（不含本数）",      "[∞,10000.00)"        },
        {"Chinese numerals",                     "三万元以上十二万五千元以下", "[30000.00,125000.00]"},
        {"capitals",                             "叁万元以上伍万元以下",       "[30000.00,50000.00]" },
        {"places to the fen",                    "6.5432万元以下",             "[∞,65432.00]"        },
        {"past the fen",                         "6.5432101万元以下",          "too_many_places"     },
        {"three places",                         "100.005元以下",              "too_many_places"     },
        {"a numeral cut short",                  "三万五元以下",               "unread_number"       },
        {"digits side by side",                  "二三万元以下",               "unread_number"       },
        {"times with a dash",                    "10—13倍",                    "[10,13]"             },
        {"times by words",                       "一倍以上三倍以下",           "[1,3]"               },
        {"等值",                                 "等值以上1.6倍以下",          "[1,1.6]"             },
        {"a half",                               "百分之五十以上三倍以下",     "[0.5,3]"             },
        {"per cent",                             "30%—70%",                    "[0.3,0.7]"           },
        {"per cent, said once",                  "30—70%",                     "[0.3,0.7]"           },
        {"five yuan or five times ten thousand", "5—8万元",                    "unread_number"       },
        {"no unit",                              "5万以上8万以下",             "unread_number"       },
        {"reversed",                             "8万元以上5万元以下",         "range_reversed"      },
        {"full-width digits",                    "５万元以下",                 "full_width_digits"   },
        {"thousands comma",                      "50,000元以下",               "thousands_comma"     },
        {"full-width thousands comma",           "50，000元以下",              "thousands_comma"     },
        {"negative",                             "-5万元以上8万元以下",        "negative_amount"     },
        {"too large",                            "9999999999999元以下",        "amount_too_large"    },
        {"two units",                            "5万元以上3倍以下",           "unread_number"       },
        {"nothing",                              "",                           "unread_words"        },
        {"words",                                "酌情处理",                   "unread_words"        },
        {"words behind",                         "5万元以上8万元以下酌情",     "unread_words"        },
    };
    for (const Row& row : table) EXPECT_EQ(read(row.text), row.expected) << row.why << "：" << row.text;
}

TEST(Standard, IsReadClauseByClause) {
    struct Row {
        const char* why;
        const char* text;
        const char* expected;
    };
    const Row table[] = {
        {"plain",                 "处5万元以上8万元以下罚款",                                                       "50000.00-80000.00"                            },
        {"的罚款",                "并处5万元以上6.5万元以下的罚款。",                                               "50000.00-65000.00"                            },
        {"times of the goods",    "并处货值金额10倍以上13倍以下罚款",                                               "goods_value:10-13"                            },
        {"罚款 first",            "可以并处罚款违法所得1倍以上2倍以下",                                             "illegal_gains:1-2"                            },
        {"companions",            "没收违法所得和违法生产经营的食品，并处5万元以上6.5万元以下罚款，可以吊销许可证",
         "50000.00-65000.00"                                                                                                                                       },
        {"two alternatives",
         "货值金额不足1万元的，并处5万元以上6."
         "5万元以下罚款；货值金额1万元以上的，并处货值金额10倍以上13倍以下罚款",                                    "when:50000.00-65000.00 when:goods_value:10-13"},
        {"share of the span",     "30%—70%",                                                                        "share:0.3-0.7"                                },
        {"share in words",        "法定幅度30%以下",                                                                "share:0-0.3"                                  },
        {"no penalty",            "不予处罚",                                                                       "none"                                         },
        {"warning alone",         "责令改正，给予警告",                                                             "none"                                         },
        {"times of what",         "处10倍以上13倍以下罚款",                                                         "base_missing"                                 },
        {"two fines in one",      "处5万元以上8万元以下罚款，并处1万元罚款",                                        "unread_words"                                 },
        {"no upper end",          "处5万元以上罚款",                                                                "unread_number"                                },
        {"vague",                 "从严处理",                                                                       "unread_words"                                 },
        {"vague before the fine", "视情况，处5万元以下罚款",                                                        "unread_words"                                 },
        {"excluded end",          "处5万元以上不足8万元罚款",                                                       "50000.00-80000.00)"                           },
        {"empty",                 "",                                                                               "standard_missing"                             },
    };
    for (const Row& row : table) EXPECT_EQ(fine_of(row.text), row.expected) << row.why << "：" << row.text;
}

TEST(Circumstances, GiveTheirNumbersAndLeaveTheRestToAPerson) {
    struct Row {
        const char* why;
        const char* text;
        std::size_t numbers;
        const char* code;
    };
    const Row table[] = {
        {"words alone",         "违法行为轻微，及时改正，2年内初次违法",    0, ""             },
        {"one number",          "货值金额不足1万元，且积极配合调查",        1, ""             },
        {"two ends",            "货值金额5000元以上不足1万元的",            2, ""             },
        {"two facts",           "货值金额1万元以上；违法所得不足五千元",    2, ""             },
        {"a choice of numbers", "货值金额不足5000元或者违法所得不足1000元", 0, "unread_words" },
        {"an amount of what",   "金额较大，超过3万元的",                    0, "unread_words" },
        {"unreadable number",   "货值金额不足三万五元",                     0, "unread_number"},
    };
    for (const Row& row : table) {
        const auto condition = read_circumstances(normal(row.text), facts());
        EXPECT_EQ(condition ? "" : condition.error().code, row.code) << row.why;
        if (!condition) continue;
        EXPECT_EQ(condition->all.size(), row.numbers) << row.why;
    }
}

TEST(Tiers, AreNamedAsTheLawNamesThem) {
    EXPECT_EQ(read_tiers("从轻处罚").value(), (std::vector<TierName>{
                                                  {Tier::lenient, false}
    }));
    EXPECT_EQ(read_tiers("从轻/一般/从重").value().size(), 3U);
    EXPECT_EQ(read_tiers("情节严重·从重").value(), (std::vector<TierName>{
                                                       {Tier::aggravated, true}
    }));
    EXPECT_EQ(read_tiers("不予行政处罚").value().front().tier, Tier::none);
    EXPECT_EQ(read_tiers("情节严重").error().code, "tier_missing");
    EXPECT_EQ(read_tiers("特别轻").error().code, "unknown_tier");
    EXPECT_EQ(read_tiers("").error().code, "tier_missing");
}

// Whatever the sum, both ways of writing it are read as that sum.
RC_GTEST_PROP(Range, ReadsBackWhatIsWritten, ()) {
    const auto yuan = *rc::gen::inRange<std::int64_t>(1, 1'000'000'000);
    const base::Money sum = base::Money::yuan(yuan);
    const std::string digits = std::to_string(yuan) + "元以下", words = base::chinese_number(yuan) + "元以下";
    RC_ASSERT(read_range(digits)->to->sum == sum);
    RC_ASSERT(read_range(words)->to->sum == sum);
}

// A numeral with a character left out is another sum or none, never the same one.
RC_GTEST_PROP(Range, NeverGuessesAtABrokenNumeral, ()) {
    const auto yuan = *rc::gen::inRange<std::int64_t>(1, 100'000'000);
    std::string words = base::chinese_number(yuan);
    const std::size_t characters = words.size() / std::string_view("一").size();
    const auto place = *rc::gen::inRange<std::size_t>(0, characters) * std::string_view("一").size();
    const bool is_ten_written_short = place == 0 && words.starts_with("一十");
    words.erase(place, std::string_view("一").size());
    RC_PRE(!words.empty());
    const auto range = read_range(words + "元以下");
    RC_ASSERT(!range || range->to->sum != base::Money::yuan(yuan) || is_ten_written_short);
}

}  // namespace benchmark
