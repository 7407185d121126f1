#include <gtest/gtest.h>

#include <regex>
#include <set>

#include "base/money.hpp"
#include "base/numerals.hpp"
#include "golden_papers.hpp"

namespace {

using base::Money;
using base::Value;

std::string text_of(const golden::Paper& paper) {
    const auto filled = golden::must(document::fill(*golden::library().find(paper.form), paper.facts));
    return document::plain_text(filled);
}

struct Printed {
    golden::Paper paper;
    std::string text;
};

// Every golden paper with what it says, read once.
const std::vector<Printed>& printed() {
    static const std::vector<Printed> all = [] {
        std::vector<Printed> made;
        for (golden::Paper& paper : golden::papers()) {
            std::string text = text_of(paper);
            made.push_back({std::move(paper), std::move(text)});
        }
        return made;
    }();
    return all;
}

// Everything the facts say in words or sums, whoever wrote it.
void collect(const Value& value, std::string& words, std::set<std::int64_t>& sums) {
    if (const auto* text = value.as_string()) {
        words += *text + "\n";
        if (const auto sum = Money::parse(*text)) sums.insert(sum->in_fen());
    }
    for (const Value& item : value.items()) collect(item, words, sums);
    for (const auto& [name, member] : value.object()) collect(member, words, sums);
}

std::vector<std::string> found_in(const std::string& text, const char* pattern) {
    const std::regex expression(pattern);
    std::vector<std::string> found;
    for (std::sregex_iterator it(text.begin(), text.end(), expression), end; it != end; ++it)
        found.push_back((*it)[1].str());
    return found;
}

// Figures before 元; people write 2,680元 too.
std::vector<std::string> figures_in(const std::string& text) {
    std::vector<std::string> figures = found_in(text, "([0-9][0-9,]*(?:\\.[0-9]+)?)元");
    for (std::string& figure : figures) std::erase(figure, ',');
    return figures;
}

// The same facts with one value changed wherever it stands as a value; what a person wrote in words stays.
Value replaced(const Value& value, const std::string& old_text, const std::string& new_text) {
    if (const auto* text = value.as_string()) return *text == old_text ? Value(new_text) : value;
    if (value.as_list()) {
        base::List list;
        for (const Value& item : value.items()) list.push_back(replaced(item, old_text, new_text));
        return Value(std::move(list));
    }
    if (value.as_object()) {
        base::Object object;
        for (const auto& [name, member] : value.object())
            object.set(name, replaced(member, old_text, new_text));
        return Value(std::move(object));
    }
    return value;
}

// Sums in the papers are those of the facts: nothing is added up, rounded or typed a second time on the way.
TEST(OneSource, EverySumOfEveryPaperIsASumOfTheFacts) {
    int seen = 0;
    for (const auto& [paper, text] : printed()) {
        std::string words;
        std::set<std::int64_t> sums;
        collect(paper.facts, words, sums);
        std::erase(words, ',');
        for (const std::string& sum : figures_in(text)) {
            const bool known = sums.contains(golden::must(Money::parse(sum)).in_fen());
            EXPECT_TRUE(known || words.contains(sum + "元")) << paper.name << "：" << sum << "元";
            ++seen;
        }
    }
    EXPECT_GT(seen, 60);
}

// 人民币大写: beside every figure written out stands the figure it is, and it is the same.
TEST(OneSource, EveryCapitalSumIsWrittenOutOfItsFigure) {
    int seen = 0;
    for (const auto& [paper, text] : printed()) {
        std::set<std::string> allowed;
        for (const std::string& sum : figures_in(text))
            allowed.insert(base::rmb_capital(golden::must(Money::parse(sum))));
        for (const std::string& capital :
             found_in(text, "人民币((?:零|壹|贰|叁|肆|伍|陆|柒|捌|玖|拾|佰|仟|万|亿|元|圆|角|分|整)+)")) {
            EXPECT_TRUE(allowed.contains(capital)) << paper.name << "：" << capital;
            ++seen;
        }
    }
    EXPECT_GT(seen, 4);
}

// One value changed in the facts changes wherever it is printed, in figures and written out.
TEST(OneSource, AChangedValueLeavesNoTraceOfTheOldOne) {
    const struct {
        const char* why;
        const char* case_name;
        std::string before, after;
        std::vector<std::string> gone;
    } table[] = {
        {"the fine",                 "milk_", "86000.00",                   "54321.98", {"86000元", "捌万陆仟元整"}                                     },
        {"the gains",
         "milk_",                             "670.00",
         "671.03",                                                                      {"违法所得670元（", "没收违法所得670元", "人民币陆佰柒拾元整"}  },
        {"the party's name",         "milk_", "王某",                       "欧阳某",   {"当事人：王某"}                                                },
        {"the agency's name",
         "milk_",                             "临江市城东区市场监督管理局",
         "临江市城南区市场监督管理局",                                                  {"临江市城东区市场监督管理局\n", "［临江市城东区市场监督管理局"}},
        {"the reconsideration body",
         "milk_",                             "临江市城东区人民政府",
         "临江市城南区人民政府",                                                        {"向临江市城东区人民政府申请"}                                  },
    };
    for (const auto& row : table) {
        int changed = 0;
        for (const auto& [paper, text] : printed()) {
            if (!paper.name.starts_with(row.case_name)) continue;
            const golden::Paper other{paper.name, paper.form, replaced(paper.facts, row.before, row.after)};
            const std::string now = text_of(other);
            changed += text != now;
            for (const std::string& trace : row.gone) {
                std::string words;
                std::set<std::int64_t> sums;
                collect(other.facts, words, sums);
                EXPECT_TRUE(!now.contains(trace) || words.contains(trace))
                    << row.why << "：" << paper.name << "：" << trace;
            }
        }
        EXPECT_GT(changed, 0) << row.why;
    }
}

// Every paper with the fine prints the new figure, and where it writes it out, the new capitals.
TEST(OneSource, FiguresAndCapitalsFollowOneValue) {
    const std::string after = "54321.98";
    int capitals = 0;
    for (const auto& [paper, text] : printed()) {
        if (!paper.name.starts_with("milk_")) continue;
        const golden::Paper other{paper.name, paper.form, replaced(paper.facts, "86000.00", after)};
        const std::string now = text_of(other);
        if (text.contains("大写：人民币捌万陆仟元整")) {
            ++capitals;
            EXPECT_TRUE(now.contains("54321.98元（大写：人民币伍万肆仟叁佰贰拾壹元玖角捌分）")) << paper.name;
        }
    }
    EXPECT_GT(capitals, 0);
}

// Dates are written one way, from one place: no paper prints a day as it is stored.
TEST(OneSource, NoPaperPrintsAValueAsItIsStored) {
    for (const auto& [paper, text] : printed()) {
        // The instants to the second are what this receipt proves.
        if (paper.form == "electronic_service_receipt") continue;
        std::string words;
        std::set<std::int64_t> sums;
        collect(paper.facts, words, sums);
        for (const std::string& day : found_in(text, "([0-9]{4}-[0-9]{2}-[0-9]{2})"))
            ADD_FAILURE() << paper.name << "：" << day;
        for (const char* stored : {"+08:00", ".00元", "true", "false", "null", "{{", "{%"})
            EXPECT_FALSE(text.contains(stored)) << paper.name << "：" << stored;
    }
}

}  // namespace
