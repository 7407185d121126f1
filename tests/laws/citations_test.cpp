#include <gtest/gtest.h>

#include <set>

#include "catalogue/catalogue.hpp"
#include "discretion/catalogue.hpp"
#include "law/citation.hpp"
#include "law/register.hpp"

namespace law {

namespace {

using base::Value;

// Every `basis`, `source` and `article` anywhere in a file of the catalogue.
void collect(const Value& value, std::set<std::string>& found) {
    for (const Value& each : value.items()) collect(each, found);
    for (const auto& [name, each] : value.object()) {
        if (name == "basis" && each.as_string()) found.insert(*each.as_string());
        collect(each, found);
    }
}

std::set<std::string> bases() {
    const catalogue::Files files;
    std::set<std::string> found;
    for (const std::string& path : files.paths("procedure/")) collect(*files.load(path), found);
    return found;
}

Register known() {
    const catalogue::Files files;
    const auto statutes = Statutes::from(*files.load("law/statutes.yaml"));
    return Register::from(*statutes, *files.load("law/names.yaml"), *files.load("law/texts.yaml")).value();
}

}  // namespace

// What the desk turns into links must be understood: each basis names at least one law.
TEST(Citations, EveryBasisOfTheCatalogueIsUnderstood) {
    const std::set<std::string> all = bases();
    EXPECT_GT(all.size(), 150U);
    for (const std::string& basis : all) {
        const auto citations = citations_in(basis);
        EXPECT_FALSE(citations.empty()) << basis;
        for (const Cited& cited : citations) EXPECT_FALSE(cited.law.empty()) << basis;
    }
}

TEST(Citations, ShortNamesLeadToTheLaw) {
    const Register laws = known();
    struct Row {
        const char* name;
        const char* code;
    };
    const Row table[] = {
        {"程序规定",                     "PROC"                              },
        {"听证办法",                     "HEAR"                              },
        {"《中华人民共和国行政处罚法》", "APL"                               },
        {"食品安全法",                   "FSL"                               },
        {"反不正当竞争法(2019)",         "AUCL"                              },
        {"移送规定",                     "行政执法机关移送涉嫌犯罪案件的规定"},
        {"公示规定（2021年）",           "市场监督管理行政处罚信息公示规定"  },
        {"行政强制法",                   "AFL"                               },
        {"行政复议法",                   "行政复议法"                        },
    };
    for (const Row& row : table) EXPECT_EQ(laws.code_of(row.name), row.code) << row.name;
}

}  // namespace law
