#include <gtest/gtest.h>

#include <algorithm>

#include "corpus.hpp"

namespace proofread_test {

namespace {

// The data of the act the report of the milk case was made by.
proofread::PenaltyFacts penalty() {
    return {.fine = *base::Money::parse("52000.00"),
            .gains = *base::Money::parse("670.00"),
            .statute = {{"食品安全法", 124}}};
}

// The papers of the milk case as they are, the report with the data of its act.
File milk() {
    for (File file : correct_files())
        if (file.name == "milk 0")
            for (proofread::Source& source : file.sources)
                if (source.paragraphs.front() == "案件调查终结报告") {
                    source.penalty = penalty();
                    return file;
                }
    throw std::runtime_error("no report of the milk case");
}

proofread::Source& report_of(File& file) {
    return *std::ranges::find_if(
        file.sources, [](const auto& source) { return source.paragraphs.front() == "案件调查终结报告"; });
}

}  // namespace

// What the case holds, against what an officer wrote into the free parts of the report.
TEST(Held, FreePartsAreHeldAgainstTheCase) {
    struct Row {
        const char* why;
        std::string_view from, to;  // in the report; `from` empty: a sentence more in the facts
        const char* rule;
    };
    const Row table[] = {
        {"more goods than the list and the record", "",                                           "现场查获核桃乳饮料258盒。",                    "twice.quantity"       },
        {"another day of the inspection",           "2024年5月16日，执法人员对",                  "2024年5月6日，执法人员对",
         "twice.date"                                                                                                                                                    },
        {"another day of the interview",            "2024年5月17日，执法人员对",                  "2024年5月27日，执法人员对",
         "twice.date"                                                                                                                                                    },
        {"another fine than the act's",             "3．罚款52000元",                             "3．罚款5200元",                                "fine.differs_from_act"},
        {"other gains than the act's",              "1．没收违法所得670元",                       "1．没收违法所得760元",
         "fine.differs_from_act"                                                                                                                                         },
        {"another provision than the act's",        "第一百二十四条第一款第（五）项的规定，建议",
         "第一百二十五条第一款第（五）项的规定，建议",                                                                                            "citation.statute"     },
        {"another firm as the seller",              "",                                           "临江市城西区福来超市有限公司销售上述食品。",   "other_case.party"     },
        {"less bought than the evidence proves",    "",                                           "当事人购进该饮料40箱。进货单证明购进60箱。",
         "twice.quantity"                                                                                                                                                },
        {"value and limit in two measures",         "",                                           "抽样检验铅含量0.8mg/kg，超过0.5μg/kg的限值。",
         "unit.measure"                                                                                                                                                  },
        {"one sum in two units",                    "",                                           "货值0.048万元，即4800元。",                    "unit.yuan"            },
        {"an identity number that cannot be",       "",                                           "罗强，身份证号码990101197903124018。",         "code.resident_id"     },
    };
    for (const Row& row : table) {
        SCOPED_TRACE(row.why);
        File file = milk();
        bool changed = false;
        for (std::string& line : report_of(file).paragraphs) {
            if (row.from.empty()) {
                if (!line.starts_with("　　经查，")) continue;
                line += row.to;
                changed = true;
                break;
            }
            const auto at = line.find(row.from);
            if (at == std::string::npos) continue;
            line.replace(at, row.from.size(), row.to);
            changed = true;
            break;
        }
        ASSERT_TRUE(changed);
        const auto found = faults(file);
        EXPECT_TRUE(std::ranges::any_of(found, [&](const auto& one) { return one.rule == row.rule; }));
    }
}

TEST(Held, WhatIsRightIsLeftInPeace) {
    File file = milk();
    for (const char* more : {"现场查获核桃乳饮料233盒。",
                             "其中已更改日期的核桃乳饮料24盒、现场扣押核桃乳饮料（已擦除日期）30盒。",
                             "当事人共购进核桃乳饮料300盒，现场未见其余核桃乳饮料67盒。",
                             "当事人曾于2022年因同类违法行为被罚款5000元。",
                             "2024年5月27日，执法人员再次到现场检查，当事人已改正。",
                             "建议在五万元以上十万元以下的幅度内罚款52000元。"})
        report_of(file).paragraphs.insert(report_of(file).paragraphs.end() - 3, std::string("　　") + more);
    for (const auto& finding : faults(file)) ADD_FAILURE() << words(file, finding);
}

}  // namespace proofread_test
